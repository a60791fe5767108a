package clinic.daybook.book;

import java.time.Instant;

/** From {@code start} on, up to but not including {@code end}. */
public record TimeRange(Instant start, Instant end) {

	public TimeRange {
		if (!start.isBefore(end)) {
			throw new IllegalArgumentException("A time range starts before it ends");
		}
	}

}
