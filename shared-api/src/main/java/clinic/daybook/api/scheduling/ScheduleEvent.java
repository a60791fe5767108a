package clinic.daybook.api.scheduling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import clinic.daybook.api.DaybookEvent;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a doctor's schedule. Free text is encrypted with its member's key.
 * {@code version} counts an appointment's own changes, the booking being the first.
 */
public sealed interface ScheduleEvent extends DaybookEvent {

	UUID doctorId();

	record ScheduleOpened(UUID doctorId, ZoneId timeZone) implements ScheduleEvent {
	}

	record WorkingHoursSet(UUID doctorId, DayHours hours) implements ScheduleEvent {
	}

	/**
	 * They take no appointments any more. It stands in the schedule, since that decides
	 * about appointments.
	 */
	record DoctorDeactivated(UUID doctorId) implements ScheduleEvent {
	}

	record DoctorReactivated(UUID doctorId) implements ScheduleEvent {
	}

	record AppointmentBooked(UUID doctorId, UUID appointmentId, int version, UUID memberId, Instant start, Instant end,
			boolean walkIn, @Nullable String reason) implements ScheduleEvent {

		public Interval interval() {
			return new Interval(this.start, this.end);
		}

	}

	record AppointmentCancelled(UUID doctorId, UUID appointmentId, int version, UUID memberId, Booker by,
			@Nullable String reason) implements ScheduleEvent {
	}

	record AppointmentCheckedIn(UUID doctorId, UUID appointmentId, int version,
			UUID memberId) implements ScheduleEvent {
	}

	record AppointmentCompleted(UUID doctorId, UUID appointmentId, int version,
			UUID memberId) implements ScheduleEvent {
	}

	/** The member did not come, so what is left of the hour is free. */
	record AppointmentMissed(UUID doctorId, UUID appointmentId, int version, UUID memberId) implements ScheduleEvent {
	}

}
