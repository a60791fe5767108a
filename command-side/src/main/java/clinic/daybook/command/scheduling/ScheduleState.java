package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Availability;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCheckedIn;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCompleted;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMissed;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMovedAway;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentRescheduled;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorReactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursWithdrawn;
import clinic.daybook.api.scheduling.ScheduleEvent.HoldReleased;
import clinic.daybook.api.scheduling.ScheduleEvent.ScheduleOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.SchedulingPolicySet;
import clinic.daybook.api.scheduling.ScheduleEvent.SlotHeld;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffTaken;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffWithdrawn;
import clinic.daybook.api.scheduling.ScheduleEvent.WorkingHoursSet;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.Timetable;
import clinic.daybook.api.scheduling.WeeklyHours;

/** What a schedule's history comes to: one record per phase of its life. */
sealed interface ScheduleState {

	/** The state after one more event, recorded at an instant. */
	ScheduleState evolve(ScheduleEvent event, Instant at);

	record NotOpened() implements ScheduleState {

		@Override
		public ScheduleState evolve(ScheduleEvent event, Instant at) {
			return (event instanceof ScheduleOpened opened) ? Open.empty(opened.timeZone()) : this;
		}

	}

	/**
	 * In use.
	 *
	 * @param active whether the doctor takes appointments; if not, the hours rest
	 */
	record Open(Timetable timetable, SchedulingPolicy policy, Bookings bookings, LatelyCancelled cancelled, Holds holds,
			boolean active) implements ScheduleState {

		/**
		 * How long after its end a schedule still answers for an appointment. It bounds
		 * the state, so that a booking costs the same after ten events and fifty
		 * thousand.
		 */
		static final Duration KEPT_AFTER_END = Duration.ofDays(30);

		static Open empty(ZoneId zone) {
			return new Open(new Timetable(zone, WeeklyHours.NONE), SchedulingPolicy.DEFAULT, Bookings.NONE,
					LatelyCancelled.NONE, Holds.NONE, true);
		}

		@Override
		public ScheduleState evolve(ScheduleEvent event, Instant at) {
			Open current = forgetting(at);
			return switch (event) {
				case ScheduleOpened again -> current;
				case WorkingHoursSet set ->
					current.with(current.timetable.with(current.timetable.hours().with(set.hours()))
						.from(at.minus(KEPT_AFTER_END)));
				case SchedulingPolicySet set -> current.with(set.policy());
				case TimeOffTaken taken ->
					current.with(current.timetable.from(at.minus(KEPT_AFTER_END)).with(taken.timeOff()));
				case TimeOffWithdrawn withdrawn ->
					current.with(current.timetable.withoutTimeOff(withdrawn.timeOffId()));
				case ExtraHoursOpened opened ->
					current.with(current.timetable.from(at.minus(KEPT_AFTER_END)).with(opened.extraHours()));
				case ExtraHoursWithdrawn withdrawn ->
					current.with(current.timetable.withoutExtraHours(withdrawn.extraHoursId()));
				case DoctorDeactivated deactivated -> current.with(false);
				case DoctorReactivated reactivated -> current.with(true);
				case SlotHeld held -> current.with(current.holds.with(held.hold(), held.place()));
				case HoldReleased released ->
					current.with(current.holds.released(released.holdId(), released.because()));
				case AppointmentBooked booked -> current.with(current.bookings.with(Booked.of(booked, at)));
				case AppointmentRescheduled moved -> current.moved(Booked.of(moved));
				case AppointmentMovedAway moved -> current.without(moved.appointmentId());
				case AppointmentCancelled gone ->
					current.without(gone.appointmentId()).remembering(gone.appointmentId(), gone.version());
				case AppointmentCheckedIn there ->
					current.with(there.appointmentId(), AppointmentStatus.CHECKED_IN, there.version());
				case AppointmentCompleted seen ->
					current.with(seen.appointmentId(), AppointmentStatus.COMPLETED, seen.version());
				case AppointmentMissed missed ->
					current.with(missed.appointmentId(), AppointmentStatus.NO_SHOW, missed.version());
			};
		}

		/** The version of an appointment as far as it is remembered. */
		Optional<Integer> versionOf(UUID appointmentId) {
			return this.bookings.find(appointmentId)
				.map(Booked::version)
				.or(() -> this.cancelled.versionOf(appointmentId));
		}

		/** The hours that count: those of an inactive doctor rest. */
		Timetable hoursInUse() {
			return this.active ? this.timetable : this.timetable.closed();
		}

		/** What this member can book now. */
		Availability availabilityFor(UUID memberId, Instant now) {
			return new Availability(hoursInUse(), this.policy, this.bookings, this.holds.byOthersThan(memberId, now),
					now);
		}

		/** The member's appointments of the local date of an instant. */
		long appointmentsOn(Instant instant, UUID memberId) {
			return this.bookings.startingWithin(localDayOf(instant))
				.filter((booked) -> booked.memberId().equals(memberId))
				.count();
		}

		/** The local date of an instant, from midnight to midnight. */
		Interval localDayOf(Instant instant) {
			return this.timetable.day(this.timetable.dateOf(instant));
		}

		/** As if this appointment were not there. */
		Open without(UUID appointmentId) {
			return this.bookings.find(appointmentId).map((booked) -> with(this.bookings.without(booked))).orElse(this);
		}

		Open with(Timetable changed) {
			return new Open(changed, this.policy, this.bookings, this.cancelled, this.holds, this.active);
		}

		private Open with(SchedulingPolicy changed) {
			return new Open(this.timetable, changed, this.bookings, this.cancelled, this.holds, this.active);
		}

		private Open with(Bookings changed) {
			return new Open(this.timetable, this.policy, changed, this.cancelled, this.holds, this.active);
		}

		private Open with(Holds changed) {
			return new Open(this.timetable, this.policy, this.bookings, this.cancelled, changed, this.active);
		}

		private Open with(boolean nowActive) {
			return new Open(this.timetable, this.policy, this.bookings, this.cancelled, this.holds, nowActive);
		}

		private Open with(UUID appointmentId, AppointmentStatus status, int version) {
			return this.bookings.find(appointmentId)
				.map((booked) -> with(this.bookings.replacing(booked.now(status, version))))
				.orElse(this);
		}

		private Open moved(Booked booked) {
			Open before = without(booked.appointmentId());
			return before.with(before.bookings.with(booked));
		}

		private Open remembering(UUID appointmentId, int version) {
			return new Open(this.timetable, this.policy, this.bookings, this.cancelled.with(appointmentId, version),
					this.holds, this.active);
		}

		private Open forgetting(Instant at) {
			return new Open(this.timetable, this.policy, this.bookings.withoutEndedBefore(at.minus(KEPT_AFTER_END)),
					this.cancelled, this.holds.withoutExpiredBefore(at.minus(Holds.KEPT_AFTER_EXPIRY)), this.active);
		}

	}

}
