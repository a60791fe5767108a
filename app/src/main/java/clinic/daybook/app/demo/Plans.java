package clinic.daybook.app.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.api.scheduling.Timetable;

/**
 * What doctors entered for later when the clinic opened: it lies in the weeks to come by
 * now.
 */
record Plans(LocalDate opening) {

	private static final int WEEKS_LATER = 15;

	private record DaysOff(DemoDoctor doctor, UUID timeOffId, DayOfWeek from, DayOfWeek to, String reason) {
	}

	private static final List<DaysOff> DAYS_OFF = List.of(
			new DaysOff(DemoDoctor.GRACE, DemoId.TIME_OFF.number(1), DayOfWeek.THURSDAY, DayOfWeek.FRIDAY,
					"A congress"),
			new DaysOff(DemoDoctor.JONAS, DemoId.TIME_OFF.number(2), DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "Skiing"));

	/** One after the other, a step apart. */
	List<Happening> enteredFrom(Instant at, Duration step) {
		List<Happening> all = new ArrayList<>();
		for (DaysOff off : DAYS_OFF) {
			all.add(new Happening.DaysTakenOff(at.plus(step.multipliedBy(all.size())), off.doctor(), off.timeOffId(),
					on(off.from()), on(off.to()), off.reason()));
		}
		all.add(new Happening.ExtraHoursOpened(at.plus(step.multipliedBy(all.size())), DemoDoctor.GRACE,
				saturdayOfGrace()));
		return List.copyOf(all);
	}

	/** The doctor's hours with these. */
	Timetable in(Timetable timetable, DemoDoctor doctor) {
		Timetable planned = doctor.equals(DemoDoctor.GRACE) ? timetable.with(saturdayOfGrace()) : timetable;
		for (DaysOff off : DAYS_OFF) {
			if (off.doctor().equals(doctor)) {
				Interval away = new Interval(timetable.day(on(off.from())).start(), timetable.day(on(off.to())).end());
				planned = planned.with(new TimeOff(off.timeOffId(), away, off.reason()));
			}
		}
		return planned;
	}

	private ExtraHours saturdayOfGrace() {
		return new ExtraHours(DemoId.EXTRA_HOURS.number(1), on(DayOfWeek.SATURDAY), Week.windows("13:00-16:00"),
				DemoDoctor.GRACE.slotMinutes());
	}

	private LocalDate on(DayOfWeek day) {
		return this.opening.plusWeeks(WEEKS_LATER).with(TemporalAdjusters.nextOrSame(day));
	}

}
