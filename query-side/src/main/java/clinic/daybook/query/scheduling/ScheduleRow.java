package clinic.daybook.query.scheduling;

import java.time.ZoneId;
import java.util.UUID;

import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.Timetable;
import clinic.daybook.api.scheduling.WeeklyHours;

/** A schedule's zone, hours and policy. */
record ScheduleRow(UUID doctorId, ZoneId timeZone, WeeklyHours hours, SchedulingPolicy policy) {

	Timetable timetable() {
		return new Timetable(this.timeZone, this.hours);
	}

}
