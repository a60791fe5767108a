package clinic.daybook.query.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import clinic.daybook.api.scheduling.Availability;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Taken;

/** A schedule, as far as somebody looks for free slots in it. */
record Outlook(ScheduleRow schedule, AskedDates dates) {

	/**
	 * Wide enough for whatever may touch a slot of these dates: none is longer than a
	 * day, not even one of 25 hours, and a pause lies between appointments.
	 */
	Interval reach() {
		ZoneId zone = this.schedule.timeZone();
		Duration pause = Duration.ofMinutes(this.schedule.policy().bufferMinutes());
		return new Interval(this.dates.first().atStartOfDay(zone).toInstant().minus(pause),
				this.dates.last().plusDays(3).atStartOfDay(zone).toInstant().plus(pause));
	}

	/** The calendar is the schedule's, as far as this reaches. */
	Agenda agenda(Calendar calendar, Taken taken, Instant now) {
		Availability availability = calendar.availability(taken, now);
		return new Agenda(this.schedule.doctorId(), this.schedule.timeZone(), this.dates,
				(date) -> availability.freeSlots(date, date));
	}

}
