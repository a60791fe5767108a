package clinic.daybook.query.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One doctor's hours and free slots. */
@Component
class AvailabilityQueries {

	private static final int DAYS_BY_DEFAULT = 7;

	private final ScheduleQueries schedules;

	private final CalendarQueries calendars;

	private final AppointmentQueries appointments;

	private final Clock clock;

	AvailabilityQueries(ScheduleQueries schedules, CalendarQueries calendars, AppointmentQueries appointments,
			Clock clock) {
		this.schedules = schedules;
		this.calendars = calendars;
		this.appointments = appointments;
		this.clock = clock;
	}

	/**
	 * Of the doctor's own dates.
	 * @param from today where null
	 * @param to six days after {@code from} where null
	 */
	AvailabilityView find(UUID doctorId, @Nullable LocalDate from, @Nullable LocalDate to) {
		ScheduleRow schedule = this.schedules.get(doctorId);
		Instant now = this.clock.instant();
		LocalDate today = schedule.dateOf(now);
		AskedDates dates = AskedDates.of(from, to, today, DAYS_BY_DEFAULT).refuseUnlessProper();
		Interval reach = new Outlook(schedule, dates).reach();
		Calendar calendar = this.calendars.within(reach, List.of(doctorId)).apply(schedule);
		Taken taken = this.appointments.taken(List.of(doctorId), reach).of(doctorId);
		return AvailabilityView.of(schedule, today, dates,
				calendar.availability(taken, now).freeSlots(dates.first(), dates.last()));
	}

}
