package clinic.daybook.races;

import java.time.Instant;
import java.util.Objects;

/** What the events say of a hold. */
record StoredHold(Stay stay, int place, boolean released) {

	static StoredHold held(Recorded event) {
		return new StoredHold(new Stay(event.text("hold", "holdId"), event.text("doctorId"),
				event.text("hold", "memberId"), event.instant("hold", "interval", "start"),
				event.instant("hold", "interval", "end"), event.instant("hold", "expiresAt")), event.number("place"),
				false);
	}

	StoredHold asReleased() {
		return new StoredHold(this.stay, this.place, true);
	}

	Instant expiresAt() {
		return Objects.requireNonNull(this.stay.until());
	}

	/** As a row of the read model prints. */
	String row() {
		return this.stay.doctorId() + " " + this.stay.id() + " " + this.stay.start() + "/" + this.stay.end() + " until "
				+ expiresAt();
	}

	boolean isLiveAt(Instant instant) {
		return !this.released && this.stay.countsAt(instant);
	}

}
