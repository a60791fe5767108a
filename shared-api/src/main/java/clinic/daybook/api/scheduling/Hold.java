package clinic.daybook.api.scheduling;

import java.time.Instant;
import java.util.UUID;

/**
 * A slot kept for a member while they make up their mind. It needs no timer: whoever
 * looks compares its expiry with the time.
 */
public record Hold(UUID holdId, UUID memberId, Interval interval, Instant expiresAt) {

	/** Until its expiry, and no longer at that very instant. */
	public boolean isLiveAt(Instant now) {
		return now.isBefore(this.expiresAt);
	}

}
