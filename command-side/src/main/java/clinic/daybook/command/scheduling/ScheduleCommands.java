package clinic.daybook.command.scheduling;

import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.Asked;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.BookWalkIn;
import clinic.daybook.api.scheduling.ScheduleCommand.ConfirmHold;
import clinic.daybook.api.scheduling.ScheduleCommand.HoldSlot;
import clinic.daybook.book.ClaimTakenException;
import clinic.daybook.book.Receipt;
import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.command.dispatch.Retries;
import clinic.daybook.web.Actor;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

/**
 * Sends commands to schedules and stands by their answers. One that appended something
 * was judged again by the book as it was appended, and if it had been decided on an
 * overtaken copy it is decided anew. One that appended nothing, a refusal or "it is so
 * already", was judged by nobody: it is given only after the stream was found to stand
 * where the answer knew it to be.
 */
@Component
class ScheduleCommands {

	private final Commands commands;

	private final ScheduleCopies copies;

	private final MemberSide memberSide;

	ScheduleCommands(Commands commands, ScheduleCopies copies, MemberSide memberSide) {
		this.commands = commands;
		this.copies = copies;
		this.memberSide = memberSide;
	}

	/**
	 * The answer to a command, visible to whoever reads next.
	 * @throws ConcurrencyException if others were faster every time
	 */
	Outcome send(ScheduleCommand command, Actor actor) {
		try {
			Receipt<Outcome> receipt = Retries.onConflict(() -> Receipt.of(() -> sendWithin(command, actor)));
			return switch (receipt.answer()) {
				case Outcome.Done done -> {
					this.commands.makeVisible(receipt);
					yield done;
				}
				case Outcome.Refused refused ->
					this.memberSide.suiting(refused, command.doctorId(), Optional.empty(), actor);
			};
		}
		catch (ClaimTakenException ex) {
			return claimed(command, actor, ex);
		}
	}

	/**
	 * The schedule as it is after a command.
	 * @throws ProblemException if it was refused
	 */
	ScheduleState.Open sendOrRefuse(ScheduleCommand command, Actor actor) {
		return switch (send(command, actor)) {
			case Outcome.Refused refused -> throw RefusalProblems.problem(command.doctorId(), refused);
			case Outcome.Done done -> done.open();
		};
	}

	/** A schedule that is known to be open, as it is now. */
	ScheduleState.Open read(UUID doctorId) {
		return switch (Retries.onConflict(() -> dispatch(new ReadSchedule(doctorId), doctorId, Actor.SYSTEM))) {
			case Outcome.Done done -> done.open();
			case Outcome.Refused refused -> throw RefusalProblems.problem(doctorId, refused);
		};
	}

	/**
	 * The answer to a command that is a step of the caller's unit of work. Nothing can be
	 * loaded anew in there, so it is for the caller to start over.
	 * @throws ConcurrencyException if an overtaken copy said that there is nothing to
	 * write
	 */
	Outcome sendWithin(ScheduleCommand command, Actor actor) {
		return dispatch(command, command.doctorId(), actor);
	}

	private Outcome dispatch(Object command, UUID doctorId, Actor actor) {
		try {
			Outcome outcome = this.commands.<Outcome>dispatch(command, actor).answer();
			if (!outcome.wasJudgedByTheBook()) {
				this.copies.refuseIfOvertaken(doctorId, outcome.sequence());
			}
			return outcome;
		}
		catch (AggregateNotFoundException ex) {
			return new Outcome.Refused(new ScheduleState.NotOpened(), -1, new Refusal.NoSuchSchedule(doctorId));
		}
	}

	/** What the book itself said no to. */
	private Outcome claimed(ScheduleCommand command, Actor actor, ClaimTakenException claim) {
		return switch (claim.kind()) {
			case ScheduleClaims.MEMBER_HOUR -> busy(command, UUID.fromString(claim.key()), actor);
			case ScheduleClaims.MEMBER_HOLD -> refused(command, new Refusal.TooManyHolds());
			case ScheduleClaims.APPOINTMENT -> switch (command) {
				// It was booked before, and has been cancelled or moved since.
				case BookAppointment book -> refused(command, new Refusal.WrongState(book.appointmentId()));
				default -> throw claim;
			};
			default -> throw claim;
		};
	}

	private Outcome refused(ScheduleCommand command, Refusal refusal) {
		return new Outcome.Refused(read(command.doctorId()), -1, refusal);
	}

	private Outcome busy(ScheduleCommand command, UUID memberId, Actor actor) {
		return switch (command) {
			case BookAppointment book -> busy(book, new Asked(memberId, book.start(), book.by()), actor);
			case BookWalkIn walkIn -> busy(walkIn, new Asked(memberId, walkIn.start(), Booker.CLINIC), actor);
			case HoldSlot hold -> busy(hold, new Asked(memberId, hold.start(), hold.by()), actor);
			// It expired while it was being booked, and elsewhere the member was faster.
			case ConfirmHold confirm -> read(confirm.doctorId()).holds()
				.find(confirm.holdId())
				.map((held) -> busy(confirm, new Asked(memberId, held.hold().interval().start(), confirm.by()), actor))
				.orElseGet(() -> refused(confirm, new Refusal.NoSuchHold(confirm.holdId())));
			default ->
				throw new IllegalArgumentException("Claims nobody's hour: " + command.getClass().getSimpleName());
		};
	}

	private Outcome busy(ScheduleCommand command, Asked asked, Actor actor) {
		return this.memberSide.isBusy(command.doctorId(), asked, Optional.empty(), actor);
	}

}
