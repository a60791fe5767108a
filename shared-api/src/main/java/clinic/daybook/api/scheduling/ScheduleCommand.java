package clinic.daybook.api.scheduling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a doctor's schedule. Free text is encrypted before it gets here.
 */
public sealed interface ScheduleCommand {

	UUID doctorId();

	/**
	 * Replaces the hours of a day of the week.
	 *
	 * @param effectiveFrom today in the schedule's zone where null
	 */
	record SetWorkingHours(UUID doctorId, DayOfWeek dayOfWeek, List<Window> windows, int slotMinutes,
			@Nullable LocalDate effectiveFrom, OnConflict onConflict) implements ScheduleCommand {
	}

	record SetSchedulingPolicy(UUID doctorId, SchedulingPolicy policy) implements ScheduleCommand {
	}

	record TakeTimeOff(UUID doctorId, TimeOff timeOff, OnConflict onConflict) implements ScheduleCommand {
	}

	/** Whole days, in the schedule's zone; both included. */
	record TakeDaysOff(UUID doctorId, UUID timeOffId, LocalDate fromDate, LocalDate toDate, @Nullable String reason,
			OnConflict onConflict) implements ScheduleCommand {
	}

	record WithdrawTimeOff(UUID doctorId, UUID timeOffId) implements ScheduleCommand {
	}

	record OpenExtraHours(UUID doctorId, ExtraHours extraHours) implements ScheduleCommand {
	}

	record WithdrawExtraHours(UUID doctorId, UUID extraHoursId, OnConflict onConflict) implements ScheduleCommand {
	}

	/** From now on the doctor takes no appointments. */
	record DeactivateDoctor(UUID doctorId, OnConflict onConflict) implements ScheduleCommand {
	}

	/** The doctor takes appointments again, in the hours that are set. */
	record ReactivateDoctor(UUID doctorId) implements ScheduleCommand {
	}

	record BookAppointment(UUID doctorId, UUID appointmentId, UUID memberId, Instant start, @Nullable String reason,
			Booker by) implements ScheduleCommand {
	}

	/**
	 * Whether an appointment that was booked still stands; changes nothing. It is how an
	 * answer that got lost is given again.
	 */
	record AffirmAppointment(UUID doctorId, UUID appointmentId) implements ScheduleCommand {
	}

	/** Somebody is there without an appointment and is to be seen. */
	record BookWalkIn(UUID doctorId, UUID appointmentId, UUID memberId, Instant start, int minutes,
			@Nullable String reason) implements ScheduleCommand {
	}

	/**
	 * Keeps a slot for a member for a few minutes, in place of one they hold with the
	 * same doctor.
	 *
	 * @param place which of the member's places for holds it is to take
	 */
	record HoldSlot(UUID doctorId, UUID holdId, UUID memberId, Instant start, Booker by,
			int place) implements ScheduleCommand {
	}

	record ReleaseHold(UUID doctorId, UUID holdId) implements ScheduleCommand {
	}

	/** Books the slot that is held. */
	record ConfirmHold(UUID doctorId, UUID holdId, UUID appointmentId, @Nullable String reason,
			Booker by) implements ScheduleCommand {
	}

	/** What can be asked of an appointment that is there. */
	sealed interface AppointmentCommand extends ScheduleCommand {

		UUID appointmentId();

		/** The version the caller saw; null where any will do. */
		@Nullable Integer expectedVersion();

	}

	/** Frees the hour of an appointment. */
	record CancelAppointment(UUID doctorId, UUID appointmentId, @Nullable String reason, Booker by,
			@Nullable Integer expectedVersion) implements AppointmentCommand {
	}

	/** The member is there. */
	record CheckInAppointment(UUID doctorId, UUID appointmentId,
			@Nullable Integer expectedVersion) implements AppointmentCommand {
	}

	/** The member has been seen. */
	record CompleteAppointment(UUID doctorId, UUID appointmentId,
			@Nullable Integer expectedVersion) implements AppointmentCommand {
	}

	/** The member did not come. */
	record MarkNoShow(UUID doctorId, UUID appointmentId,
			@Nullable Integer expectedVersion) implements AppointmentCommand {
	}

}
