package clinic.daybook.command.scheduling;

import java.time.Instant;

/** A stretch of time, as the model sees it. */
record ModelSlot(Instant start, Instant end) {

	boolean overlaps(Instant otherStart, Instant otherEnd) {
		return this.start.isBefore(otherEnd) && otherStart.isBefore(this.end);
	}

}
