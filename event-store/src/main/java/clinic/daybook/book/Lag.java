package clinic.daybook.book;

import java.time.Duration;

/**
 * How far a processor is behind the book.
 *
 * @param processor its name
 * @param position of the last event that all its segments have processed; 0 if there is
 * none, or if its tokens don't tell
 * @param head where the book ends
 * @param behind how long the oldest event has been waiting that it has not processed;
 * zero if there is none
 */
public record Lag(String processor, long position, long head, Duration behind) {

	/** How many events it has not processed. */
	public long events() {
		return Math.max(this.head - this.position, 0);
	}

	/** Of {@link #behind}, with their fraction. */
	public double seconds() {
		return this.behind.toMillis() / 1000.0;
	}

}
