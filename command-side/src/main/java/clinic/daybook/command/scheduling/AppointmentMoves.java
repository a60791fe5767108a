package clinic.daybook.command.scheduling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.Asked;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.RescheduleAppointment;
import clinic.daybook.book.ClaimTakenException;
import clinic.daybook.book.Receipt;
import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.command.dispatch.Retries;
import clinic.daybook.web.Actor;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

/**
 * Moves appointments to other hours, of the same doctor or of another: the old hour is
 * freed and the new one taken in one append, or neither.
 */
@Component
class AppointmentMoves {

	private final Commands commands;

	private final ScheduleCopies copies;

	private final MemberSide memberSide;

	AppointmentMoves(Commands commands, ScheduleCopies copies, MemberSide memberSide) {
		this.commands = commands;
		this.copies = copies;
		this.memberSide = memberSide;
	}

	/**
	 * The answer, visible to whoever reads next.
	 * @param memberId whose appointment it is
	 */
	MoveOutcome send(RescheduleAppointment command, UUID memberId, Actor actor) {
		try {
			Receipt<MoveOutcome> receipt = Retries.onConflict(() -> Receipt.of(() -> attempt(command, actor)));
			return switch (receipt.answer()) {
				case MoveOutcome.Done done -> {
					this.commands.makeVisible(receipt);
					yield done;
				}
				case MoveOutcome.Refused(UUID by, Outcome.Refused refused, List<MoveOutcome.Known> known) ->
					new MoveOutcome.Refused(by,
							this.memberSide.suiting(refused, by, Optional.of(command.appointmentId()), actor), known);
			};
		}
		catch (ClaimTakenException ex) {
			if (!ex.kind().equals(ScheduleClaims.MEMBER_HOUR)) {
				throw ex;
			}
			Asked asked = new Asked(memberId, command.start(), command.by());
			return new MoveOutcome.Refused(command.toDoctorId(),
					this.memberSide.isBusy(command.toDoctorId(), asked, Optional.of(command.appointmentId()), actor),
					List.of());
		}
	}

	private MoveOutcome attempt(RescheduleAppointment command, Actor actor) {
		try {
			MoveOutcome outcome = this.commands.<MoveOutcome>dispatch(new MoveAppointment(command), actor).answer();
			// One that wrote something was judged by the book.
			if (!outcome.hasWritten()) {
				outcome.known().forEach((known) -> this.copies.refuseIfOvertaken(known.doctorId(), known.sequence()));
			}
			return outcome;
		}
		catch (AggregateNotFoundException ex) {
			return new MoveOutcome.Refused(command.toDoctorId(), new Outcome.Refused(new ScheduleState.NotOpened(), -1,
					new Refusal.NoSuchSchedule(command.toDoctorId())), List.of());
		}
	}

}
