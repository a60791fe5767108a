package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.scheduling.SlotRule;
import clinic.daybook.book.Claim;
import clinic.daybook.book.ClaimTakenException;
import clinic.daybook.book.Claims;
import clinic.daybook.book.Receipt;
import clinic.daybook.book.TimeRange;
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
 * Sends commands to schedules and stands by their answers. One that appended something
 * was judged again by the book as it was appended, and if it had been decided on an
 * overtaken copy it is decided anew. One that appended nothing, a refusal or "it is so
 * already", was judged by nobody: it is given only after the stream was found to stand
 * where the answer knew it to be.
 */
@Component
class ScheduleCommands {

	private static final int ATTEMPTS = 15;

	private static final Duration LONGEST_PAUSE = Duration.ofMillis(5);

	/** No further than free slots are looked for. */
	private static final Duration SEARCH = Duration.ofDays(368);

	private final Commands commands;

	private final EventStore book;

	private final Claims claims;

	private final Cache schedules;

	ScheduleCommands(Commands commands, EventStore book, Claims claims, @Qualifier("scheduleCache") Cache schedules) {
		this.commands = commands;
		this.book = book;
		this.claims = claims;
		this.schedules = schedules;
	}

	/**
	 * The answer to a command, visible to whoever reads next.
	 * @throws ConcurrencyException if others were faster every time
	 */
	Outcome send(ScheduleCommand command, Actor actor) {
		for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
			try {
				Receipt<Outcome> receipt = this.commands.dispatch(command, actor);
				if (!isOvertaken(command.doctorId(), receipt.answer())) {
					if (receipt.answer() instanceof Outcome.Done) {
						this.commands.makeVisible(receipt);
					}
					return suitingTheMember(command, receipt.answer(), actor);
				}
				this.schedules.remove(ScheduleStream.of(command.doctorId()));
			}
			catch (AggregateNotFoundException ex) {
				return noSuchSchedule(command);
			}
			catch (ClaimTakenException ex) {
				return claimed(command, actor, ex);
			}
			catch (ConcurrencyException | DeadlockException ex) {
				pause();
			}
		}
		throw new ConcurrencyException("A schedule moved on at each of " + ATTEMPTS + " attempts");
	}

	/**
	 * The answer to a command that is a step of the caller's unit of work. Nothing can be
	 * loaded anew in there, so it is for the caller to start over.
	 * @throws ConcurrencyException if an overtaken copy said that there is nothing to
	 * write
	 */
	Outcome sendWithin(ScheduleCommand command, Actor actor) {
		try {
			Outcome outcome = this.commands.<Outcome>dispatch(command, actor).answer();
			if (isOvertaken(command.doctorId(), outcome)) {
				this.schedules.remove(ScheduleStream.of(command.doctorId()));
				throw new ConcurrencyException("Answered by an overtaken copy");
			}
			return outcome;
		}
		catch (AggregateNotFoundException ex) {
			return noSuchSchedule(command);
		}
	}

	private static Outcome noSuchSchedule(ScheduleCommand command) {
		return new Outcome.Refused(new ScheduleState.NotOpened(), -1, new Refusal.NoSuchSchedule(command.doctorId()));
	}

	private boolean isOvertaken(UUID doctorId, Outcome outcome) {
		return !outcome.wasJudgedByTheBook()
				&& this.book.lastSequenceNumberFor(ScheduleStream.of(doctorId)).orElse(-1L) > outcome.sequence();
	}

	/**
	 * What a schedule can't know is the member's appointments with other doctors: they
	 * come before the daily limit, and no slot at their hours is of use to the member.
	 */
	private Outcome suitingTheMember(ScheduleCommand command, Outcome outcome, Actor actor) {
		if (!(command instanceof BookAppointment asked) || !(outcome instanceof Outcome.Refused refused)) {
			return outcome;
		}
		return switch (refused.refusal()) {
			case Refusal.SlotRefused slot -> {
				List<Interval> memberHours = memberHours(asked, slot.nextFreeSlots());
				yield memberHours.isEmpty() ? outcome : refused(slot.broken(), asked, actor);
			}
			case Refusal.DailyLimitReached limit when !memberHours(asked, List.of(limit.slot())).isEmpty() ->
				refused(SlotRule.MEMBER_IS_FREE, asked, actor);
			case Refusal.DailyLimitReached limit when !memberHours(asked, limit.nextFreeSlots()).isEmpty() ->
				new Outcome.Refused(refused.schedule(), refused.sequence(),
						new Refusal.DailyLimitReached(limit.slot(), limit.limit(), freeSlots(asked, actor).slots()));
			default -> outcome;
		};
	}

	private Outcome claimed(ScheduleCommand command, Actor actor, ClaimTakenException claim) {
		if (!(command instanceof BookAppointment asked)) {
			throw claim;
		}
		return switch (claim.kind()) {
			case ScheduleClaims.MEMBER_HOUR -> refused(SlotRule.MEMBER_IS_FREE, asked, actor);
			// It was booked before, and has been cancelled or moved since.
			case ScheduleClaims.APPOINTMENT -> new Outcome.Refused(freeSlots(asked, actor).schedule(), -1,
					new Refusal.WrongState(asked.appointmentId()));
			default -> throw claim;
		};
	}

	private Outcome refused(SlotRule broken, BookAppointment asked, Actor actor) {
		FreeSlots others = freeSlots(asked, actor);
		return new Outcome.Refused(others.schedule(), -1,
				new Refusal.SlotRefused(broken, asked.start(), others.slots()));
	}

	private FreeSlots freeSlots(BookAppointment asked, Actor actor) {
		List<Interval> memberHours = memberHours(asked, new TimeRange(asked.start(), asked.start().plus(SEARCH)));
		return this.commands.<FreeSlots>dispatch(new FindFreeSlots(asked, memberHours), actor).answer();
	}

	/** The member's hours that some of these slots would run into. */
	private List<Interval> memberHours(BookAppointment asked, List<Interval> slots) {
		return slots.isEmpty() ? List.of()
				: memberHours(asked, new TimeRange(slots.getFirst().start(), slots.getLast().end())).stream()
					.filter((hour) -> slots.stream().anyMatch(hour::overlaps))
					.toList();
	}

	private List<Interval> memberHours(BookAppointment asked, TimeRange range) {
		return this.claims.overlapping(ScheduleClaims.MEMBER_HOUR, asked.memberId().toString(), range)
			.stream()
			.map(Claim::during)
			.filter(Objects::nonNull)
			.map((during) -> new Interval(during.start(), during.end()))
			.toList();
	}

	private static void pause() {
		LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
	}

}
