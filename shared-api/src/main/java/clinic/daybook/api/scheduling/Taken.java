package clinic.daybook.api.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The hours of a schedule that are already somebody's. */
@FunctionalInterface
public interface Taken {

	boolean overlaps(Interval interval);

	/** Of intervals that don't overlap each other. */
	static Taken by(Collection<Interval> intervals) {
		NavigableMap<Instant, Interval> byStart = new TreeMap<>();
		intervals.forEach((interval) -> byStart.put(interval.start(), interval));
		return (asked) -> {
			Map.Entry<Instant, Interval> last = byStart.lowerEntry(asked.end());
			return last != null && last.getValue().overlaps(asked);
		};
	}

	/**
	 * Whether there is no room for the slot and the pause that follows every appointment.
	 */
	default boolean leavesNoRoomFor(Interval slot, Duration buffer) {
		return overlaps(new Interval(slot.start().minus(buffer), slot.end().plus(buffer)));
	}

}
