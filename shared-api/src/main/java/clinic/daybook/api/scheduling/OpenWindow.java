package clinic.daybook.api.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A window on one date: the instants between which it is open, and its grid. */
record OpenWindow(Interval open, int slotMinutes, List<Interval> slots) {

	/**
	 * The grid steps in wall-clock time, and a slot lasts as long as its minutes say.
	 * Where the clock changes: a start that is skipped is no slot, nor is one that would
	 * overlap the slot before it or run past the window's end.
	 */
	static OpenWindow of(LocalDateTime start, LocalDateTime end, int slotMinutes, ZoneId zone) {
		WallClock clock = new WallClock(zone);
		Interval open = new Interval(clock.firstInstantAt(start), clock.firstInstantAt(end));
		List<Interval> slots = new ArrayList<>();
		Instant previousEnd = Instant.MIN;
		LocalDateTime step = start;
		while (!step.plusMinutes(slotMinutes).isAfter(end)) {
			if (clock.shows(step)) {
				Interval slot = Interval.of(clock.firstInstantAt(step), Duration.ofMinutes(slotMinutes));
				if (!slot.start().isBefore(previousEnd) && open.contains(slot)) {
					slots.add(slot);
					previousEnd = slot.end();
				}
			}
			step = step.plusMinutes(slotMinutes);
		}
		return new OpenWindow(open, slotMinutes, List.copyOf(slots));
	}

}
