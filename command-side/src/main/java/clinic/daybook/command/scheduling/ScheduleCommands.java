package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.scheduling.SlotRule;
import clinic.daybook.book.ClaimTakenException;
import clinic.daybook.book.Receipt;
import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.web.Actor;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Sends commands to schedules and stands by their answers. An acceptance is judged again
 * by the book when it is appended, so one decided on an overtaken copy is simply tried
 * again. A refusal appends nothing that could be judged: it is given only after the
 * stream was found to be where the refusal knew it to be.
 */
@Component
class ScheduleCommands {

	private static final int ATTEMPTS = 15;

	private static final Duration LONGEST_PAUSE = Duration.ofMillis(5);

	private final Commands commands;

	private final EventStore book;

	private final Cache schedules;

	ScheduleCommands(Commands commands, EventStore book, @Qualifier("scheduleCache") Cache schedules) {
		this.commands = commands;
		this.book = book;
		this.schedules = schedules;
	}

	/**
	 * The answer to a command, visible to whoever reads next.
	 * @throws ConcurrencyException if others were faster every time
	 */
	Outcome send(ScheduleCommand command, Actor actor) {
		for (int attempt = 1;; attempt++) {
			try {
				Receipt<Outcome> receipt = this.commands.dispatch(command, actor);
				if (receipt.answer() instanceof Outcome.Refused refused && isOvertaken(command.doctorId(), refused)) {
					this.schedules.remove(ScheduleStream.of(command.doctorId()));
					continue;
				}
				this.commands.makeVisible(receipt);
				return receipt.answer();
			}
			catch (AggregateNotFoundException ex) {
				return noSuchSchedule(command);
			}
			catch (ClaimTakenException ex) {
				return memberIsBusy(command, actor, ex);
			}
			catch (ConcurrencyException | DeadlockException ex) {
				if (attempt == ATTEMPTS) {
					throw ex;
				}
				pause();
			}
		}
	}

	/**
	 * The answer to a command that is a step of the caller's unit of work. Nothing can be
	 * loaded anew in there, so it is for the caller to start over.
	 * @throws ConcurrencyException if it was refused on an overtaken copy
	 */
	Outcome sendWithin(ScheduleCommand command, Actor actor) {
		try {
			Outcome outcome = this.commands.<Outcome>dispatch(command, actor).answer();
			if (outcome instanceof Outcome.Refused refused && isOvertaken(command.doctorId(), refused)) {
				this.schedules.remove(ScheduleStream.of(command.doctorId()));
				throw new ConcurrencyException("Refused on an overtaken copy");
			}
			return outcome;
		}
		catch (AggregateNotFoundException ex) {
			return noSuchSchedule(command);
		}
	}

	private static Outcome noSuchSchedule(ScheduleCommand command) {
		return new Outcome.Refused(new ScheduleState.NotOpened(), new Refusal.NoSuchSchedule(command.doctorId()), -1);
	}

	private boolean isOvertaken(UUID doctorId, Outcome.Refused refused) {
		return this.book.lastSequenceNumberFor(ScheduleStream.of(doctorId)).orElse(-1L) > refused.sequence();
	}

	private Outcome memberIsBusy(ScheduleCommand command, Actor actor, ClaimTakenException claim) {
		if (!claim.kind().equals(ScheduleClaims.MEMBER_HOUR) || !(command instanceof BookAppointment book)) {
			throw claim;
		}
		FreeSlots others = freeSlots(book.doctorId(), book.start(), actor);
		return new Outcome.Refused(others.schedule(),
				new Refusal.SlotRefused(SlotRule.MEMBER_IS_FREE, book.start(), others.slots()), -1);
	}

	private FreeSlots freeSlots(UUID doctorId, Instant from, Actor actor) {
		return this.commands.<FreeSlots>dispatch(new FindFreeSlots(doctorId, from), actor).answer();
	}

	private static void pause() {
		LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
	}

}
