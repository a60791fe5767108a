package clinic.daybook.query.scheduling;

import java.time.ZoneId;
import java.util.UUID;

import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.Timetable;
import clinic.daybook.api.scheduling.WeeklyHours;

/** A schedule's zone, hours and policy. */
record ScheduleRow(UUID doctorId, ZoneId timeZone, WeeklyHours hours, SchedulingPolicy policy, boolean active) {

	ScheduleRow with(WeeklyHours changed) {
		return new ScheduleRow(this.doctorId, this.timeZone, changed, this.policy, this.active);
	}

	ScheduleRow with(boolean nowActive) {
		return new ScheduleRow(this.doctorId, this.timeZone, this.hours, this.policy, nowActive);
	}

	/** The hours that count: those of an inactive doctor rest. */
	Timetable timetable() {
		return new Timetable(this.timeZone, this.active ? this.hours : WeeklyHours.NONE);
	}

}
