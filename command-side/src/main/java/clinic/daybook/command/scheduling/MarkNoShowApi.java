package clinic.daybook.command.scheduling;

import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.ScheduleCommand.MarkNoShow;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Appointments")
class MarkNoShowApi {

	private final AppointmentChanges changes;

	MarkNoShowApi(AppointmentChanges changes) {
		this.changes = changes;
	}

	@PostMapping("/api/appointments/{appointmentId}/no-show")
	@AllowedTo({ Role.DOCTOR, Role.ADMIN, Role.RECEPTION })
	@WritesToBook
	@Refuses({ ProblemCode.WRONG_STATE, ProblemCode.TOO_SOON })
	@Operation(operationId = "markNoShow", summary = "Mark a no-show",
			description = "The member did not come. From the start of the appointment on; what is left of its hour is free.")
	ResponseEntity<AppointmentView> noShow(@CurrentCaller Caller caller, @PathVariable UUID appointmentId,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		return this.changes.change(appointmentId, caller, ifMatch,
				(parties, version) -> new MarkNoShow(parties.doctorId(), appointmentId, version));
	}

}
