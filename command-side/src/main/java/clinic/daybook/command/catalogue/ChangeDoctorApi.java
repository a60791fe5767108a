package clinic.daybook.command.catalogue;

import java.util.Objects;
import java.util.UUID;

import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.users.Role;
import clinic.daybook.people.DoctorAccounts;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.InputErrors;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.Refuses;
import clinic.daybook.web.WritesToBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Catalogue")
class ChangeDoctorApi {

	private final DoctorChanges doctors;

	ChangeDoctorApi(DoctorChanges doctors) {
		this.doctors = doctors;
	}

	@PutMapping("/admin/doctors/{doctorId}")
	@AllowedTo(Role.ADMIN)
	@WritesToBook
	@Refuses(ProblemCode.APPOINTMENTS_AFFECTED)
	@Operation(operationId = "changeDoctor", summary = "Change a doctor",
			description = "An inactive doctor offers no slots and is in no list. onConflict says what becomes of "
					+ "appointments still to come when a doctor is made inactive.")
	DoctorState change(@CurrentCaller Caller caller, @PathVariable UUID doctorId, @RequestBody DoctorChange request) {
		DoctorChanges.Change change = request.check(doctorId);
		this.doctors.change(change, Actor.of(caller));
		return new DoctorState(doctorId, change.fullName(), change.specialty(), change.active());
	}

	record DoctorChange(String fullName, String specialty, Boolean active, @Nullable OnConflict onConflict) {

		DoctorChanges.Change check(UUID doctorId) {
			InputErrors errors = new InputErrors();
			DoctorAccounts.checkName(errors, this.fullName);
			errors.check(Specialty.isOne(this.specialty), "specialty", Specialty.EXPECTED).refuse();
			return new DoctorChanges.Change(doctorId, this.fullName.strip(), this.specialty.strip(), this.active,
					Objects.requireNonNullElse(this.onConflict, OnConflict.REFUSE));
		}

	}

	record DoctorState(UUID doctorId, String fullName, String specialty, boolean active) {
	}

}
