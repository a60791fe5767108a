package clinic.daybook.command.scheduling;

import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.ScheduleCommand.CancelAppointment;
import clinic.daybook.api.users.Role;
import clinic.daybook.book.Claims;
import clinic.daybook.people.FreeText;
import clinic.daybook.people.Parties;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.IfMatch;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
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

	private final ScheduleCommands schedules;

	private final Claims claims;

	private final FreeText freeText;

	private final AppointmentAnswers answers;

	CancelAppointmentApi(ScheduleCommands schedules, Claims claims, FreeText freeText, AppointmentAnswers answers) {
		this.schedules = schedules;
		this.claims = claims;
		this.freeText = freeText;
		this.answers = answers;
	}

	@PostMapping("/api/appointments/{appointmentId}/cancel")
	@AllowedTo({ Role.MEMBER, Role.DOCTOR, Role.ADMIN, Role.RECEPTION })
	@Operation(summary = "Cancel an appointment", description = "Its hour is free again at once.")
	ResponseEntity<AppointmentView> cancel(@CurrentCaller Caller caller, @PathVariable UUID appointmentId,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody(required = false) @Nullable CancellationRequest request) {
		@Nullable String reason = (request != null) ? request.reason() : null;
		FreeText.check("reason", reason);
		Parties parties = ScheduleClaims.partiesOf(appointmentId, this.claims)
			.filter((found) -> found.areOpenTo(caller))
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such appointment."));
		CancelAppointment command = new CancelAppointment(parties.doctorId(), appointmentId,
				this.freeText.seal(parties.memberId(), reason), caller.is(Role.MEMBER) ? Booker.MEMBER : Booker.CLINIC,
				IfMatch.version(ifMatch));
		AppointmentAnswers.Names names = this.answers.names(parties);
		return switch (this.schedules.send(command, Actor.of(caller))) {
			case Outcome.Refused refused -> throw RefusalProblems.problem(command.doctorId(), refused);
			case Outcome.Done done -> answer(command, names, done, caller);
		};
	}

	private ResponseEntity<AppointmentView> answer(CancelAppointment command, AppointmentAnswers.Names names,
			Outcome.Done done, Caller caller) {
		if (!(done.schedule() instanceof ScheduleState.Open schedule)) {
			throw new IllegalStateException("Cancelled in a schedule never opened");
		}
		Booked booked = schedule.bookings().find(command.appointmentId()).orElseThrow();
		AppointmentView view = this.answers.cancelled(names, schedule, booked,
				new AppointmentAnswers.Cancelled(done.at(), command.by(), command.reason()), caller);
		return ResponseEntity.ok().eTag(Integer.toString(view.version())).body(view);
	}

	record CancellationRequest(@Nullable String reason) {
	}

}
