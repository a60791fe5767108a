package clinic.daybook.command.scheduling;

import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.ScheduleCommand.CancelAppointment;
import clinic.daybook.api.users.Role;
import clinic.daybook.book.Claims;
import clinic.daybook.people.FreeText;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
			@RequestBody(required = false) @Nullable CancellationRequest request) {
		@Nullable String reason = (request != null) ? request.reason() : null;
		FreeText.check("reason", reason);
		ScheduleClaims.Whereabouts whereabouts = ScheduleClaims.whereaboutsOf(appointmentId, this.claims)
			.filter((found) -> isOpenTo(caller, found))
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such appointment."));
		CancelAppointment command = new CancelAppointment(whereabouts.doctorId(), appointmentId,
				this.freeText.seal(whereabouts.memberId(), reason),
				caller.is(Role.MEMBER) ? Booker.MEMBER : Booker.CLINIC);
		return switch (this.schedules.send(command, Actor.of(caller))) {
			case Outcome.Refused refused -> throw RefusalProblems.problem(command.doctorId(), refused);
			case Outcome.Done done -> answer(command, done, caller);
		};
	}

	private ResponseEntity<AppointmentView> answer(CancelAppointment command, Outcome.Done done, Caller caller) {
		if (!(done.schedule() instanceof ScheduleState.Open schedule)) {
			throw new IllegalStateException("Cancelled in a schedule never opened");
		}
		Booked booked = schedule.bookings().find(command.appointmentId()).orElseThrow();
		AppointmentView view = this.answers.cancelled(command.doctorId(), schedule, booked,
				new AppointmentAnswers.Cancelled(done.at(), command.by(), command.reason()), caller);
		return ResponseEntity.ok().eTag(Integer.toString(view.version())).body(view);
	}

	private static boolean isOpenTo(Caller caller, ScheduleClaims.Whereabouts appointment) {
		return switch (caller.role()) {
			case MEMBER -> appointment.memberId().equals(caller.userId());
			case DOCTOR -> appointment.doctorId().equals(caller.doctorId());
			case ADMIN, RECEPTION -> true;
			case AUDITOR -> false;
		};
	}

	record CancellationRequest(@Nullable String reason) {
	}

}
