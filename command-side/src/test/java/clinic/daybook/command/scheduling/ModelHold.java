package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.UUID;

/** What the model knows of a hold. */
record ModelHold(UUID id, UUID doctorId, UUID memberId, Instant start, Instant end, Instant expiresAt, boolean ended) {

	boolean isLiveAt(Instant now) {
		return !this.ended && now.isBefore(this.expiresAt);
	}

	ModelHold nowEnded() {
		return new ModelHold(this.id, this.doctorId, this.memberId, this.start, this.end, this.expiresAt, true);
	}

}
