package clinic.daybook.races;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the events say of an appointment.
 *
 * @param cancelled when and by whom; null unless it was
 */
record StoredAppointment(Stay stay, int version, String status, boolean walkIn, Instant bookedAt,
		@Nullable String cancelled) {

	static StoredAppointment booked(Recorded event) {
		return new StoredAppointment(stay(event), event.number("version"), "BOOKED", event.isSaid("walkIn"), event.at(),
				null);
	}

	StoredAppointment moved(Recorded event) {
		return new StoredAppointment(stay(event), event.number("version"), this.status, this.walkIn, this.bookedAt,
				null);
	}

	StoredAppointment cancelled(Recorded event) {
		return new StoredAppointment(this.stay, event.number("version"), "CANCELLED", this.walkIn, this.bookedAt,
				event.at() + " by " + event.text("by"));
	}

	StoredAppointment now(String changed, Recorded event) {
		return new StoredAppointment(this.stay, event.number("version"), changed, this.walkIn, this.bookedAt, null);
	}

	private static Stay stay(Recorded event) {
		return new Stay(event.text("appointmentId"), event.text("doctorId"), event.text("memberId"),
				event.instant("start"), event.instant("end"), null);
	}

	/** As a row of the read model prints. */
	String row() {
		return String.join(" ", this.stay.id(), "v" + this.version, this.stay.doctorId(), this.stay.memberId(),
				this.stay.start().toString(), this.stay.end().toString(), this.status, "walk-in " + this.walkIn,
				"booked " + this.bookedAt, "cancelled " + this.cancelled);
	}

}
