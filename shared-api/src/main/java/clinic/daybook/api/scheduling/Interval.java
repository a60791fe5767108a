package clinic.daybook.api.scheduling;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, half-open: it contains its start and not its end. */
public record Interval(Instant start, Instant end) {

	public static Interval of(Instant start, Duration length) {
		return new Interval(start, start.plus(length));
	}

	public boolean overlaps(Interval other) {
		return this.start.isBefore(other.end) && other.start.isBefore(this.end);
	}

	public boolean contains(Instant instant) {
		return !instant.isBefore(this.start) && instant.isBefore(this.end);
	}

	public boolean contains(Interval other) {
		return !other.start.isBefore(this.start) && !other.end.isAfter(this.end);
	}

}
