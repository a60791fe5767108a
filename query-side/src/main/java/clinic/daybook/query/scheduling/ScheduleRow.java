package clinic.daybook.query.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.api.scheduling.Timetable;
import clinic.daybook.api.scheduling.WeeklyHours;

/** A schedule's zone, weekly hours and policy. */
record ScheduleRow(UUID doctorId, ZoneId timeZone, WeeklyHours hours, SchedulingPolicy policy, boolean active) {

	ScheduleRow with(WeeklyHours changed) {
		return new ScheduleRow(this.doctorId, this.timeZone, changed, this.policy, this.active);
	}

	ScheduleRow with(SchedulingPolicy changed) {
		return new ScheduleRow(this.doctorId, this.timeZone, this.hours, changed, this.active);
	}

	ScheduleRow with(boolean nowActive) {
		return new ScheduleRow(this.doctorId, this.timeZone, this.hours, this.policy, nowActive);
	}

	LocalDate dateOf(Instant instant) {
		return LocalDate.ofInstant(instant, this.timeZone);
	}

	/** The hours that count: those of an inactive doctor rest. */
	Timetable timetable(List<ExtraHours> extraHours, List<TimeOff> timeOff) {
		Timetable all = new Timetable(this.timeZone, this.hours, extraHours, timeOff);
		return this.active ? all : all.closed();
	}

}
