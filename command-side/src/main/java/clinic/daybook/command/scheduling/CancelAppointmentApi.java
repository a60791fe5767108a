package clinic.daybook.command.scheduling;

import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.ScheduleCommand.CancelAppointment;
import clinic.daybook.api.users.Role;
import clinic.daybook.people.FreeText;
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
class CancelAppointmentApi {

	private final AppointmentChanges changes;

	private final FreeText freeText;

	CancelAppointmentApi(AppointmentChanges changes, FreeText freeText) {
		this.changes = changes;
		this.freeText = freeText;
	}

	@PostMapping("/api/appointments/{appointmentId}/cancel")
	@AllowedTo({ Role.MEMBER, Role.DOCTOR, Role.ADMIN, Role.RECEPTION })
	@WritesToBook
	@Refuses({ ProblemCode.WRONG_STATE, ProblemCode.TOO_LATE })
	@Operation(operationId = "cancelAppointment", summary = "Cancel an appointment",
			description = "Its hour is free again at once.")
	ResponseEntity<AppointmentView> cancel(@CurrentCaller Caller caller, @PathVariable UUID appointmentId,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody(required = false) @Nullable CancellationRequest request) {
		@Nullable String reason = (request != null) ? request.reason() : null;
		FreeText.check("reason", reason);
		return this.changes.change(appointmentId, caller, ifMatch,
				(parties, version) -> new CancelAppointment(parties.doctorId(), appointmentId,
						this.freeText.seal(parties.memberId(), reason),
						caller.is(Role.MEMBER) ? Booker.MEMBER : Booker.CLINIC, version));
	}

	record CancellationRequest(@Nullable String reason) {
	}

}
