package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.users.Role;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.Refuses;
import clinic.daybook.web.WritesToBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Appointments")
class RescheduleAppointmentApi {

	private final AppointmentChanges changes;

	RescheduleAppointmentApi(AppointmentChanges changes) {
		this.changes = changes;
	}

	@PostMapping("/api/appointments/{appointmentId}/reschedule")
	@AllowedTo({ Role.MEMBER, Role.DOCTOR, Role.ADMIN, Role.RECEPTION })
	@WritesToBook
	@Refuses({ ProblemCode.WRONG_STATE, ProblemCode.TOO_LATE, ProblemCode.TOO_SOON, ProblemCode.TOO_FAR,
			ProblemCode.OUTSIDE_WORKING_HOURS, ProblemCode.ON_TIME_OFF, ProblemCode.NOT_ON_GRID, ProblemCode.SLOT_TAKEN,
			ProblemCode.SLOT_HELD, ProblemCode.MEMBER_BUSY, ProblemCode.LIMIT_REACHED })
	@Operation(operationId = "rescheduleAppointment", summary = "Move an appointment to another hour",
			description = "With the same doctor or another. Its old hour is freed and the new one taken in one step, "
					+ "or neither.")
	ResponseEntity<AppointmentView> reschedule(@CurrentCaller Caller caller, @PathVariable UUID appointmentId,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody RescheduleRequest request) {
		return this.changes.move(appointmentId, request.doctorId(), request.start(), caller, ifMatch);
	}

	record RescheduleRequest(Instant start, @Nullable UUID doctorId) {
	}

}
