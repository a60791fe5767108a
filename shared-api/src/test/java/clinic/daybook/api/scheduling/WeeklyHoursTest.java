package clinic.daybook.api.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WeeklyHoursTest {

	@Test
	void windowsOfOneDayMustNotOverlap() {
		assertThat(overlap(day(DayOfWeek.MONDAY, "2026-12-07", "09:00-12:00", "11:30-13:00"))).isPresent();
		assertThat(overlap(day(DayOfWeek.MONDAY, "2026-12-07", "09:00-12:00", "12:00-13:00"))).isEmpty();
	}

	@Test
	void aNightMustNotRunIntoTheNextMorning() {
		DayHours night = day(DayOfWeek.SUNDAY, "2026-12-07", "22:00-06:00");

		assertThat(overlap(night, day(DayOfWeek.MONDAY, "2026-12-07", "05:00-08:00"))).isPresent();
		assertThat(overlap(night, day(DayOfWeek.MONDAY, "2026-12-07", "06:00-08:00"))).isEmpty();
	}

	@Test
	void aNightCanEndBeforeLaterHoursBegin() {
		assertThat(overlap(day(DayOfWeek.SUNDAY, "2026-12-06", "22:00-06:00"),
				day(DayOfWeek.SUNDAY, "2027-01-03", "22:00-23:00"), day(DayOfWeek.MONDAY, "2027-01-04", "05:00-08:00")))
			.isEmpty();
	}

	@Test
	void theLastOldNightMustNotRunIntoTheFirstNewMorning() {
		assertThat(overlap(day(DayOfWeek.SUNDAY, "2026-12-06", "22:00-06:00"),
				day(DayOfWeek.SUNDAY, "2027-01-04", "22:00-23:00"), day(DayOfWeek.MONDAY, "2027-01-04", "05:00-08:00")))
			.isPresent();
	}

	@Test
	void entriesThatALaterOneReplacedByThenAreLeftOut() {
		DayHours old = day(DayOfWeek.MONDAY, "2026-01-01", "09:00-12:00");
		DayHours current = day(DayOfWeek.MONDAY, "2026-06-01", "09:00-11:00");
		DayHours later = day(DayOfWeek.MONDAY, "2027-01-01", "09:00-10:00");
		WeeklyHours hours = WeeklyHours.NONE.with(later).with(old).with(current);

		assertThat(hours.from(LocalDate.parse("2026-12-01")).entries()).containsExactly(current, later);
		assertThat(hours.on(LocalDate.parse("2026-05-25"))).contains(old);
	}

	private static Optional<Overlap> overlap(DayHours... entries) {
		WeeklyHours hours = WeeklyHours.NONE;
		for (DayHours entry : entries) {
			hours = hours.with(entry);
		}
		return new Timetable(ZoneOffset.UTC, hours).firstOverlap();
	}

	private static DayHours day(DayOfWeek day, String from, String... windows) {
		return new DayHours(day, TimetableTest.windows(windows), 30, LocalDate.parse(from));
	}

}
