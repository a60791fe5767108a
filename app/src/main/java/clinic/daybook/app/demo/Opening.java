package clinic.daybook.app.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.Timetable;
import clinic.daybook.api.scheduling.WeeklyHours;

/** The day on which the demo clinic opened, and the one change of hours since. */
record Opening(LocalDate date) {

	private static final int WEEKS_AGO = 13;

	/** Early, and the same date at both sites. */
	private static final int HOUR = 7;

	private static final Duration STEP = Duration.ofMinutes(1);

	private static final int WEEKS_TO_THE_CHANGE = 5;

	/** Longer than anybody books ahead, so that no appointment is in its way. */
	private static final int WEEKS_OF_NOTICE = 3;

	/** She is much in demand: half a year ahead, and two appointments a day at most. */
	private static final SchedulingPolicy POLICY_OF_RUTH = new SchedulingPolicy(0, 180, 0, 2, 0);

	static Opening before(Instant now) {
		return new Opening(LocalDate.ofInstant(now, Site.NEW_YORK.zone())
			.minusWeeks(WEEKS_AGO)
			.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
	}

	Instant at() {
		return this.date.atTime(HOUR, 0).atZone(Site.NEW_YORK.zone()).toInstant();
	}

	List<Happening> happenings() {
		List<Happening> all = new ArrayList<>();
		all.add(new Happening.Registered(next(all), Cast.ADMIN));
		for (DemoDepartment department : DemoDepartment.values()) {
			all.add(new Happening.DepartmentOpened(next(all), department));
		}
		all.add(new Happening.Registered(next(all), Cast.RECEPTION));
		for (DemoDoctor doctor : DemoDoctor.ALL) {
			all.add(new Happening.DoctorOnboarded(next(all), doctor));
			for (DayHours hours : firstHoursOf(doctor)) {
				all.add(new Happening.HoursSet(next(all), doctor, hours));
			}
		}
		all.add(new Happening.PolicySet(next(all), DemoDoctor.RUTH, POLICY_OF_RUTH));
		all.addAll(new Plans(this.date).enteredFrom(next(all), STEP));
		all.add(new Happening.Registered(next(all), Cast.AUDITOR));
		all.add(new Happening.HoursSet(at().plus(Duration.ofDays(7 * WEEKS_TO_THE_CHANGE)), DemoDoctor.HANA,
				eveningOfHana()));
		return List.copyOf(all);
	}

	/** When the doctor works, as far as the story goes. */
	Timetable timetableOf(DemoDoctor doctor) {
		Stream<DayHours> later = doctor.equals(DemoDoctor.HANA) ? Stream.of(eveningOfHana()) : Stream.empty();
		Timetable weekly = new Timetable(doctor.site().zone(),
				new WeeklyHours(Stream.concat(firstHoursOf(doctor).stream(), later).toList()));
		return new Plans(this.date).in(weekly, doctor);
	}

	private List<DayHours> firstHoursOf(DemoDoctor doctor) {
		return doctor.week()
			.days()
			.entrySet()
			.stream()
			.map((day) -> new DayHours(day.getKey(), day.getValue(), doctor.slotMinutes(), this.date))
			.toList();
	}

	private DayHours eveningOfHana() {
		return new DayHours(DayOfWeek.WEDNESDAY, Week.windows("09:00-12:00 13:00-16:00 17:00-20:00"),
				DemoDoctor.HANA.slotMinutes(), this.date.plusWeeks(WEEKS_TO_THE_CHANGE + WEEKS_OF_NOTICE));
	}

	private Instant next(List<Happening> soFar) {
		return at().plus(STEP.multipliedBy(soFar.size()));
	}

}
