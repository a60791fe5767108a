package clinic.daybook.api.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What can be booked with a doctor at an instant. What is offered (the query side) and
 * what is accepted (the decider) both come from here, so they can't disagree.
 *
 * @param taken the hours of appointments
 * @param held the hours that are held now, by others than whoever asks
 */
public record Availability(Timetable timetable, SchedulingPolicy policy, Taken taken, Taken held, Instant now) {

	/** No search for free slots goes further, whatever the horizon. */
	private static final int FURTHEST_SEARCH_DAYS = 366;

	/** Whoever walked in may have been standing there for a while. */
	private static final Duration WALKED_IN_WITHIN = Duration.ofMinutes(15);

	/** The slots a member can book, over dates that include both ends. */
	public List<Interval> freeSlots(LocalDate from, LocalDate to) {
		return free(from, to).toList();
	}

	/**
	 * The first free slots at or after an instant that also suit the asker, ascending.
	 */
	public List<Interval> nextFreeSlots(Instant from, int most, Predicate<Interval> suits) {
		Instant earliest = from.isBefore(this.now) ? this.now : from;
		LocalDate first = this.timetable.dateOf(earliest);
		LocalDate last = first.plusDays(FURTHEST_SEARCH_DAYS).isBefore(horizon()) ? first.plusDays(FURTHEST_SEARCH_DAYS)
				: horizon();
		if (last.isBefore(first)) {
			return List.of();
		}
		return free(first, last).filter((slot) -> !slot.start().isBefore(earliest)).filter(suits).limit(most).toList();
	}

	/** Whether an appointment may start at an instant, and if not, which rule says so. */
	public Answer at(Instant start, Booker booker) {
		if (start.isBefore(earliestFor(booker))) {
			return new Answer.Refused(SlotRule.NOT_TOO_SOON);
		}
		if (booker == Booker.MEMBER && this.timetable.dateOf(start).isAfter(horizon())) {
			return new Answer.Refused(SlotRule.NOT_TOO_FAR_AHEAD);
		}
		return at(this.timetable.at(start));
	}

	/**
	 * Whether somebody who walks in can be seen: off the grid and perhaps begun already,
	 * but within hours and where nobody else is.
	 */
	public Answer forWalkIn(Interval asked) {
		if (asked.start().isBefore(this.now.minus(WALKED_IN_WITHIN))) {
			return new Answer.Refused(SlotRule.NOT_TOO_SOON);
		}
		return at(this.timetable.at(asked));
	}

	/** Whether a slot that is held can still be booked by the member it is held for. */
	public Answer forHolder(Interval slot) {
		if (slot.start().isBefore(this.now)) {
			return new Answer.Refused(SlotRule.NOT_TOO_SOON);
		}
		return at(this.timetable.at(slot));
	}

	private Answer at(Timetable.Place place) {
		return switch (place) {
			case Timetable.Place.Outside() -> new Answer.Refused(SlotRule.WITHIN_WORKING_HOURS);
			case Timetable.Place.OnTimeOff() -> new Answer.Refused(SlotRule.NOT_ON_TIME_OFF);
			case Timetable.Place.OffGrid() -> new Answer.Refused(SlotRule.ON_THE_GRID);
			case Timetable.Place.OnGrid(Interval slot) when leavesNoRoomFor(this.taken, slot) ->
				new Answer.Refused(SlotRule.NOT_TAKEN);
			case Timetable.Place.OnGrid(Interval slot) when leavesNoRoomFor(this.held, slot) ->
				new Answer.Refused(SlotRule.NOT_HELD);
			case Timetable.Place.OnGrid(Interval slot) -> new Answer.Free(slot);
		};
	}

	private Stream<Interval> free(LocalDate from, LocalDate to) {
		LocalDate last = to.isAfter(horizon()) ? horizon() : to;
		if (last.isBefore(from) || this.timetable.isEmpty()) {
			return Stream.empty();
		}
		Instant earliest = earliestFor(Booker.MEMBER);
		return from.datesUntil(last.plusDays(1))
			.flatMap((date) -> this.timetable.slotsOn(date).stream())
			.filter((slot) -> !slot.start().isBefore(earliest) && isFree(slot));
	}

	private boolean isFree(Interval slot) {
		return !leavesNoRoomFor(this.taken, slot) && !leavesNoRoomFor(this.held, slot);
	}

	private boolean leavesNoRoomFor(Taken hours, Interval slot) {
		return hours.leavesNoRoomFor(slot, Duration.ofMinutes(this.policy.bufferMinutes()));
	}

	private Instant earliestFor(Booker booker) {
		return switch (booker) {
			case MEMBER -> this.now.plus(Duration.ofMinutes(this.policy.minNoticeMinutes()));
			case CLINIC -> this.now;
		};
	}

	private LocalDate horizon() {
		return this.timetable.dateOf(this.now).plusDays(this.policy.horizonDays());
	}

	public sealed interface Answer {

		record Free(Interval slot) implements Answer {
		}

		record Refused(SlotRule broken) implements Answer {
		}

	}

}
