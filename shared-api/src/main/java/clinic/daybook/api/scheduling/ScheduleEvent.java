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

	record SchedulingPolicySet(UUID doctorId, SchedulingPolicy policy) implements ScheduleEvent {
	}

	record TimeOffTaken(UUID doctorId, TimeOff timeOff) implements ScheduleEvent {
	}

	record TimeOffWithdrawn(UUID doctorId, UUID timeOffId) implements ScheduleEvent {
	}

	record ExtraHoursOpened(UUID doctorId, ExtraHours extraHours) implements ScheduleEvent {
	}

	record ExtraHoursWithdrawn(UUID doctorId, UUID extraHoursId) implements ScheduleEvent {
	}

	/**
	 * A slot is kept for a member until an instant.
	 *
	 * @param place which of the member's places for holds it takes, from 1 on
	 */
	record SlotHeld(UUID doctorId, Hold hold, int place) implements ScheduleEvent {
	}

	/** Given up, replaced by another, or used by a booking. */
	record HoldReleased(UUID doctorId, UUID holdId, UUID memberId, int place,
			HoldEnd because) implements ScheduleEvent {
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

	/**
	 * It is at another hour now. In the stream of the doctor with whom it is from now on,
	 * and so with all there is to know of it.
	 *
	 * @param formerDoctorId the same doctor, or the one in whose stream it was moved away
	 */
	record AppointmentRescheduled(UUID doctorId, UUID appointmentId, int version, UUID memberId, UUID formerDoctorId,
			Instant formerStart, Instant start, Instant end, boolean walkIn, @Nullable String reason,
			Instant bookedAt) implements ScheduleEvent {

		public Interval interval() {
			return new Interval(this.start, this.end);
		}

	}

	/**
	 * It is with another doctor now. In the same append as the other half in that
	 * doctor's stream, and of the same version.
	 */
	record AppointmentMovedAway(UUID doctorId, UUID appointmentId, int version, UUID memberId,
			UUID toDoctorId) implements ScheduleEvent {
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
