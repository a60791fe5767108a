package clinic.daybook.query.scheduling;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import clinic.daybook.api.scheduling.Interval;

/**
 * A doctor's free slots over some dates, read once from front to back. A date's slots are
 * worked out when its turn has come and not before.
 */
final class Agenda {

	private final UUID doctorId;

	private final ZoneId zone;

	private final LocalDate last;

	private final Function<LocalDate, List<Interval>> freeOn;

	private final Deque<Interval> slots = new ArrayDeque<>();

	private LocalDate next;

	Agenda(UUID doctorId, ZoneId zone, AskedDates dates, Function<LocalDate, List<Interval>> freeOn) {
		this.doctorId = doctorId;
		this.zone = zone;
		this.next = dates.first();
		this.last = dates.last();
		this.freeOn = freeOn;
	}

	boolean isOver() {
		return this.slots.isEmpty() && this.next.isAfter(this.last);
	}

	/** No slot that is still to come has a place before this one. */
	SlotPlace due() {
		return this.slots.isEmpty() ? SlotPlace.before(this.next.atStartOfDay(this.zone).toInstant())
				: new SlotPlace(this.slots.getFirst().start(), this.doctorId);
	}

	/** Gives the next slot or, where a date begins, opens that and gives none yet. */
	Optional<FreeSlot> step() {
		if (this.slots.isEmpty()) {
			this.slots.addAll(this.freeOn.apply(this.next));
			this.next = this.next.plusDays(1);
			return Optional.empty();
		}
		return Optional.of(new FreeSlot(this.doctorId, this.zone, this.slots.removeFirst()));
	}

}
