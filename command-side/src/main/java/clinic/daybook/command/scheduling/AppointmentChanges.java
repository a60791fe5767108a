package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.RescheduleAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.AppointmentCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.CancelAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.CheckInAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.CompleteAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.MarkNoShow;
import clinic.daybook.api.users.Role;
import clinic.daybook.book.Claims;
import clinic.daybook.people.Parties;
import clinic.daybook.web.Actor;
import clinic.daybook.web.Caller;
import clinic.daybook.web.IfMatch;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Lets people change an appointment that concerns them, and shows it to them as it is
 * then. To anybody else it does not exist.
 */
@Component
class AppointmentChanges {

	private final ScheduleCommands schedules;

	private final AppointmentMoves moves;

	private final Claims claims;

	private final AppointmentAnswers answers;

	AppointmentChanges(ScheduleCommands schedules, AppointmentMoves moves, Claims claims, AppointmentAnswers answers) {
		this.schedules = schedules;
		this.moves = moves;
		this.claims = claims;
		this.answers = answers;
	}

	/**
	 * Does it, or says why not.
	 * @param ifMatch the header, if there is one
	 */
	ResponseEntity<AppointmentView> change(UUID appointmentId, Caller caller, @Nullable String ifMatch, Change change) {
		return change(appointmentId, partiesOf(appointmentId, caller), caller, ifMatch, change);
	}

	private ResponseEntity<AppointmentView> change(UUID appointmentId, Parties parties, Caller caller,
			@Nullable String ifMatch, Change change) {
		AppointmentCommand command = change.commandFor(parties, IfMatch.version(ifMatch));
		AppointmentAnswers.Names names = this.answers.names(parties);
		return switch (this.schedules.send(command, Actor.of(caller))) {
			case Outcome.Refused refused -> movedSince(appointmentId, parties, refused.refusal(), caller)
				.map((now) -> change(appointmentId, now, caller, ifMatch, change))
				.orElseThrow(() -> RefusalProblems.problem(command.doctorId(), refused));
			case Outcome.Done done -> answer(view(command, names, done, caller));
		};
	}

	/**
	 * Moves it to another hour, or says why not.
	 * @param toDoctorId with whom it is to be; null for the same doctor
	 */
	ResponseEntity<AppointmentView> move(UUID appointmentId, @Nullable UUID toDoctorId, Instant start, Caller caller,
			@Nullable String ifMatch) {
		return move(appointmentId, partiesOf(appointmentId, caller), toDoctorId, start, caller, ifMatch);
	}

	private ResponseEntity<AppointmentView> move(UUID appointmentId, Parties parties, @Nullable UUID toDoctorId,
			Instant start, Caller caller, @Nullable String ifMatch) {
		UUID target = (toDoctorId != null) ? toDoctorId : parties.doctorId();
		RescheduleAppointment command = new RescheduleAppointment(parties.doctorId(), appointmentId, target, start,
				caller.is(Role.MEMBER) ? Booker.MEMBER : Booker.CLINIC, IfMatch.version(ifMatch));
		AppointmentAnswers.Names names = this.answers.names(new Parties(target, parties.memberId()));
		return switch (this.moves.send(command, parties.memberId(), Actor.of(caller))) {
			case MoveOutcome.Refused refused -> movedSince(appointmentId, parties, refused.outcome().refusal(), caller)
				.map((now) -> move(appointmentId, now, toDoctorId, start, caller, ifMatch))
				.orElseThrow(() -> RefusalProblems.problem(refused.by(), refused.outcome()));
			case MoveOutcome.Done done -> answer(this.answers.standing(names, done.after(),
					done.after().bookings().find(appointmentId).orElseThrow(), caller));
		};
	}

	/**
	 * Between whom it is now, if it has gone to another doctor since it was looked up:
	 * the one whom it has left doesn't know it any more.
	 */
	private Optional<Parties> movedSince(UUID appointmentId, Parties before, Refusal refusal, Caller caller) {
		return Optional.of(refusal)
			.filter(Refusal.WrongState.class::isInstance)
			.map((wrong) -> partiesOf(appointmentId, caller))
			.filter((now) -> !now.doctorId().equals(before.doctorId()));
	}

	private Parties partiesOf(UUID appointmentId, Caller caller) {
		return ScheduleClaims.partiesOf(appointmentId, this.claims)
			.filter((found) -> found.areOpenTo(caller))
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such appointment."));
	}

	private AppointmentView view(AppointmentCommand command, AppointmentAnswers.Names names, Outcome.Done done,
			Caller caller) {
		if (!(done.schedule() instanceof ScheduleState.Open before)
				|| !(done.after() instanceof ScheduleState.Open after)) {
			throw new IllegalStateException("Changed in a schedule never opened");
		}
		return switch (command) {
			case CancelAppointment cancel ->
				this.answers.cancelled(names, before, before.bookings().find(cancel.appointmentId()).orElseThrow(),
						new AppointmentAnswers.Cancelled(done.at(), cancel.by(), cancel.reason()), caller);
			case CheckInAppointment checkIn -> standing(checkIn, names, after, caller);
			case CompleteAppointment complete -> standing(complete, names, after, caller);
			case MarkNoShow noShow -> standing(noShow, names, after, caller);
		};
	}

	private AppointmentView standing(AppointmentCommand command, AppointmentAnswers.Names names,
			ScheduleState.Open schedule, Caller caller) {
		return this.answers.standing(names, schedule, schedule.bookings().find(command.appointmentId()).orElseThrow(),
				caller);
	}

	private static ResponseEntity<AppointmentView> answer(AppointmentView view) {
		return ResponseEntity.ok().eTag(Integer.toString(view.version())).body(view);
	}

	/** What to do with the appointment, given whose it is and which version is meant. */
	@FunctionalInterface
	interface Change {

		AppointmentCommand commandFor(Parties parties, @Nullable Integer expectedVersion);

	}

}
