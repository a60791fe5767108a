package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Availability;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCheckedIn;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCompleted;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMissed;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorReactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.ScheduleOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.WorkingHoursSet;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.Taken;
import clinic.daybook.api.scheduling.Timetable;
import clinic.daybook.api.scheduling.WeeklyHours;

/** What a schedule's history comes to: one record per phase of its life. */
sealed interface ScheduleState {

	/** The state after one more event, recorded at an instant. */
	ScheduleState evolve(ScheduleEvent event, Instant at);

	record NotOpened() implements ScheduleState {

		@Override
		public ScheduleState evolve(ScheduleEvent event, Instant at) {
			return (event instanceof ScheduleOpened opened)
					? new Open(new Timetable(opened.timeZone(), WeeklyHours.NONE), SchedulingPolicy.DEFAULT,
							Bookings.NONE, LatelyCancelled.NONE, true)
					: this;
		}

	}

	/**
	 * In use.
	 *
	 * @param active whether the doctor takes appointments; if not, the hours rest
	 */
	record Open(Timetable timetable, SchedulingPolicy policy, Bookings bookings, LatelyCancelled cancelled,
			boolean active) implements ScheduleState {

		/**
		 * How long after its end a schedule still answers for an appointment. It bounds
		 * the state, so that a booking costs the same after ten events and fifty
		 * thousand.
		 */
		static final Duration KEPT_AFTER_END = Duration.ofDays(30);

		private static final int SUGGESTIONS = 3;

		@Override
		public ScheduleState evolve(ScheduleEvent event, Instant at) {
			Open current = forgettingBefore(at.minus(KEPT_AFTER_END));
			return switch (event) {
				case ScheduleOpened again -> current;
				case WorkingHoursSet set -> current.withHours(current.timetable.hours()
					.with(set.hours())
					.from(current.timetable.dateOf(at.minus(KEPT_AFTER_END)).minusDays(1)));
				case DoctorDeactivated deactivated -> current.withActive(false);
				case DoctorReactivated reactivated -> current.withActive(true);
				case AppointmentBooked booked -> current.withBookings(
						current.bookings.with(new Booked(booked.appointmentId(), booked.version(), booked.memberId(),
								booked.interval(), AppointmentStatus.BOOKED, booked.walkIn(), booked.reason(), at)));
				case AppointmentCancelled gone -> current.bookings.find(gone.appointmentId())
					.map((booked) -> current.withoutCancelled(booked, gone.version()))
					.orElse(current);
				case AppointmentCheckedIn there ->
					current.withStatus(there.appointmentId(), AppointmentStatus.CHECKED_IN, there.version());
				case AppointmentCompleted seen ->
					current.withStatus(seen.appointmentId(), AppointmentStatus.COMPLETED, seen.version());
				case AppointmentMissed missed ->
					current.withStatus(missed.appointmentId(), AppointmentStatus.NO_SHOW, missed.version());
			};
		}

		/** The version of an appointment as far as it is remembered. */
		Optional<Integer> versionOf(UUID appointmentId) {
			return this.bookings.find(appointmentId)
				.map(Booked::version)
				.or(() -> this.cancelled.versionOf(appointmentId));
		}

		Availability availabilityAt(Instant now) {
			Timetable inUse = this.active ? this.timetable : new Timetable(this.timetable.zone(), WeeklyHours.NONE);
			return new Availability(inUse, this.policy, this.bookings, now);
		}

		/**
		 * Whether the member has all the appointments of that local date that they may
		 * have.
		 */
		boolean isAtDailyLimit(BookAppointment asked, Instant on) {
			return asked.by() == Booker.MEMBER && this.bookings.startingWithin(localDayOf(on))
				.filter((booked) -> booked.memberId().equals(asked.memberId()))
				.count() >= this.policy.maxPerMemberPerDay();
		}

		/** What could be booked instead: each of these, tried alone, is accepted. */
		List<Interval> insteadOf(BookAppointment asked, Taken memberHours, Instant now) {
			return availabilityAt(now).nextFreeSlots(asked.start(), SUGGESTIONS,
					(slot) -> !memberHours.overlaps(slot) && !isAtDailyLimit(asked, slot.start()));
		}

		Open withHours(WeeklyHours hours) {
			return new Open(new Timetable(this.timetable.zone(), hours), this.policy, this.bookings, this.cancelled,
					this.active);
		}

		/** The local date of an instant, from midnight to midnight. */
		Interval localDayOf(Instant instant) {
			LocalDate date = this.timetable.dateOf(instant);
			return new Interval(date.atStartOfDay(this.timetable.zone()).toInstant(),
					date.plusDays(1).atStartOfDay(this.timetable.zone()).toInstant());
		}

		private Open withBookings(Bookings changed) {
			return new Open(this.timetable, this.policy, changed, this.cancelled, this.active);
		}

		private Open withActive(boolean changed) {
			return new Open(this.timetable, this.policy, this.bookings, this.cancelled, changed);
		}

		private Open withoutCancelled(Booked booked, int version) {
			return new Open(this.timetable, this.policy, this.bookings.without(booked),
					this.cancelled.with(booked.appointmentId(), version), this.active);
		}

		private Open withStatus(UUID appointmentId, AppointmentStatus status, int version) {
			return this.bookings.find(appointmentId)
				.map((booked) -> withBookings(this.bookings.replacing(booked.now(status, version))))
				.orElse(this);
		}

		private Open forgettingBefore(Instant instant) {
			return withBookings(this.bookings.withoutEndedBefore(instant));
		}

	}

}
