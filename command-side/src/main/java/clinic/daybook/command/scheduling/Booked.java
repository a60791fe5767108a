package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentRescheduled;
import org.jspecify.annotations.Nullable;

/**
 * An appointment that was booked and not cancelled, and how far it has got.
 *
 * @param version counts its own changes, the booking being the first
 */
record Booked(UUID appointmentId, int version, UUID memberId, Interval interval, AppointmentStatus status,
		boolean walkIn, @Nullable String reason, Instant bookedAt) {

	static Booked of(AppointmentBooked event, Instant at) {
		return new Booked(event.appointmentId(), event.version(), event.memberId(), event.interval(),
				AppointmentStatus.BOOKED, event.walkIn(), event.reason(), at);
	}

	static Booked of(AppointmentRescheduled event) {
		return new Booked(event.appointmentId(), event.version(), event.memberId(), event.interval(),
				AppointmentStatus.BOOKED, event.walkIn(), event.reason(), event.bookedAt());
	}

	Booked now(AppointmentStatus changed, int newVersion) {
		return new Booked(this.appointmentId, newVersion, this.memberId, this.interval, changed, this.walkIn,
				this.reason, this.bookedAt);
	}

	boolean isStillToCome() {
		return this.status == AppointmentStatus.BOOKED;
	}

	/** Whoever did not come leaves their hour to others. */
	boolean holdsItsHour() {
		return this.status != AppointmentStatus.NO_SHOW;
	}

}
