package clinic.daybook.command.catalogue;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.departments.DepartmentName;
import clinic.daybook.api.users.Role;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.FieldError;
import clinic.daybook.web.NewId;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import clinic.daybook.web.Refuses;
import clinic.daybook.web.WritesToBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Catalogue")
class OnboardDoctorApi {

	private final DoctorOnboarding onboarding;

	OnboardDoctorApi(DoctorOnboarding onboarding) {
		this.onboarding = onboarding;
	}

	@PostMapping("/admin/doctors")
	@AllowedTo(Role.ADMIN)
	@ResponseStatus(HttpStatus.CREATED)
	@WritesToBook
	@Refuses({ ProblemCode.EMAIL_TAKEN, ProblemCode.NOT_FOUND })
	@Operation(operationId = "onboardDoctor", summary = "Onboard a doctor",
			description = "Makes an account and an empty schedule, or nothing at all. With userId instead of "
					+ "email, password and fullName, for a DOCTOR account that is there already.")
	ResponseEntity<OnboardedDoctor> onboard(@CurrentCaller Caller caller, NewId newId, @RequestBody NewDoctor request) {
		request.check();
		DoctorOnboarding.Practice practice = request.practice();
		DoctorOnboarding.Onboarded doctor = (request.userId() != null)
				? this.onboarding.onboard(newId, request.userId(), practice, Actor.of(caller))
				: this.onboarding.onboard(newId, request.login(), practice, Actor.of(caller));
		return ResponseEntity.created(URI.create("/api/doctors/" + doctor.doctorId()))
			.body(new OnboardedDoctor(doctor.doctorId(), doctor.userId(), doctor.fullName(), practice.specialty(),
					practice.timeZone(), doctor.departments()));
	}

	record NewDoctor(@Nullable UUID userId, @Nullable String email, @Nullable String password,
			@Nullable String fullName, String specialty, ZoneId timeZone, @Nullable UUID departmentId) {

		void check() {
			List<FieldError> errors = new ArrayList<>();
			if (this.userId != null) {
				refuse(errors, "email", this.email);
				refuse(errors, "password", this.password);
				refuse(errors, "fullName", this.fullName);
			}
			else {
				require(errors, "email", this.email);
				require(errors, "password", this.password);
				require(errors, "fullName", this.fullName);
			}
			if (!Specialty.isOne(this.specialty)) {
				errors.add(new FieldError("specialty", Specialty.EXPECTED));
			}
			if (!errors.isEmpty()) {
				throw ProblemException.invalid(errors);
			}
		}

		DoctorOnboarding.Login login() {
			return new DoctorOnboarding.Login(given(this.email), given(this.password), given(this.fullName));
		}

		DoctorOnboarding.Practice practice() {
			return new DoctorOnboarding.Practice(this.specialty.strip(), this.timeZone, this.departmentId);
		}

		private static String given(@Nullable String checked) {
			return (checked != null) ? checked : "";
		}

		private static void require(List<FieldError> errors, String field, @Nullable String value) {
			if (value == null) {
				errors.add(new FieldError(field, "is required"));
			}
		}

		private static void refuse(List<FieldError> errors, String field, @Nullable String value) {
			if (value != null) {
				errors.add(new FieldError(field, "can't be given with userId: the account has its own"));
			}
		}

	}

	record OnboardedDoctor(UUID doctorId, UUID userId, String fullName, String specialty, ZoneId timeZone,
			List<DepartmentName> departments) {
	}

}
