package clinic.daybook.query.scheduling;

import java.time.Instant;
import java.util.UUID;

import clinic.daybook.api.scheduling.Hold;
import clinic.daybook.api.scheduling.Interval;

/** A hold as the read model keeps it: for whom is nobody's business here. */
record HeldSlot(UUID holdId, Interval interval, Instant expiresAt) {

	static HeldSlot of(Hold hold) {
		return new HeldSlot(hold.holdId(), hold.interval(), hold.expiresAt());
	}

	/** Until its expiry, and no longer at that very instant. */
	boolean isLiveAt(Instant now) {
		return now.isBefore(this.expiresAt);
	}

}
