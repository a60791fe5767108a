package clinic.daybook.races;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Time that a doctor and a member have for each other, or that is held for them.
 *
 * @param until when a hold expires; null for appointments
 */
record Stay(String id, String doctorId, String memberId, Instant start, Instant end, @Nullable Instant until) {

	boolean overlaps(Stay other) {
		return this.start.isBefore(other.end) && other.start.isBefore(this.end);
	}

	/** At its expiry a hold is none any more. */
	boolean countsAt(Instant instant) {
		return this.until == null || instant.isBefore(this.until);
	}

}
