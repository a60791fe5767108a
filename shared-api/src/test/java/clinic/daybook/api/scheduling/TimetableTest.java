package clinic.daybook.api.scheduling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimetableTest {

	private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");

	private static final String NEW_YORK = "America/New_York";

	@Test
	void aWindowIsCutIntoSlotsFromItsStartAndARestIsLeftOver() {
		assertThat(starts(open(NEW_YORK, 30, "09:00-10:45"), "2026-12-01")).containsExactly("2026-12-01T09:00-05:00",
				"2026-12-01T09:30-05:00", "2026-12-01T10:00-05:00");
	}

	@Test
	void eachWindowHasItsOwnGrid() {
		assertThat(starts(open(NEW_YORK, 60, "09:15-10:15", "14:00-15:00"), "2026-12-01"))
			.containsExactly("2026-12-01T09:15-05:00", "2026-12-01T14:00-05:00");
	}

	@Test
	void aNightRunsPastMidnightAndItsSlotsAreListedUnderTheDateOnWhichTheyStart() {
		Timetable nights = new Timetable(ZoneId.of(NEW_YORK),
				WeeklyHours.NONE.with(day(DayOfWeek.MONDAY, 120, "22:00-02:00")));

		assertThat(starts(nights, "2026-11-30")).containsExactly("2026-11-30T22:00-05:00");
		assertThat(starts(nights, "2026-12-01")).containsExactly("2026-12-01T00:00-05:00");
	}

	@Test
	void equalStartAndEndAreTwentyFourHours() {
		assertThat(starts(open(NEW_YORK, 480, "08:00-08:00"), "2026-12-01")).containsExactly("2026-12-01T00:00-05:00",
				"2026-12-01T08:00-05:00", "2026-12-01T16:00-05:00");
	}

	@Test
	void theHourThatSpringSkipsOffersNothing() {
		assertThat(starts(open(NEW_YORK, 30, "01:00-04:00"), "2027-03-14")).containsExactly("2027-03-14T01:00-05:00",
				"2027-03-14T01:30-05:00", "2027-03-14T03:00-04:00", "2027-03-14T03:30-04:00");
	}

	@Test
	void aSlotThatTheChangePushesIntoTheNextIsFollowedByOneLess() {
		assertThat(starts(open(NEW_YORK, 45, "01:30-05:15"), "2027-03-14")).containsExactly("2027-03-14T01:30-05:00",
				"2027-03-14T03:45-04:00", "2027-03-14T04:30-04:00");
	}

	@Test
	void theHourThatAutumnRepeatsIsOfferedOnceWithTheEarlierOffset() {
		assertThat(starts(open(NEW_YORK, 30, "00:30-02:30"), "2026-11-01")).containsExactly("2026-11-01T00:30-04:00",
				"2026-11-01T01:00-04:00", "2026-11-01T01:30-04:00", "2026-11-01T02:00-05:00");
	}

	@Test
	void halfHourChangesOfLordHoweAreFollowedToo() {
		assertThat(starts(open("Australia/Lord_Howe", 30, "01:00-03:00"), "2026-10-04"))
			.containsExactly("2026-10-04T01:00+10:30", "2026-10-04T01:30+10:30", "2026-10-04T02:30+11:00");
	}

	@Test
	void kathmanduIsThreeQuartersOfAnHourOff() {
		assertThat(starts(open("Asia/Kathmandu", 60, "09:00-10:00"), "2026-12-01"))
			.containsExactly("2026-12-01T09:00+05:45");
	}

	@Test
	void anInstantIsOnTheGridOffItOrOutside() {
		Timetable mornings = open(NEW_YORK, 30, "09:00-10:00");

		assertThat(mornings.at(instant("2026-12-01T09:30-05:00"))).isInstanceOf(Timetable.Place.OnGrid.class);
		assertThat(mornings.at(instant("2026-12-01T09:10-05:00"))).isEqualTo(new Timetable.Place.OffGrid());
		assertThat(mornings.at(instant("2026-12-01T09:45-05:00"))).isEqualTo(new Timetable.Place.Outside());
		assertThat(mornings.at(instant("2026-12-01T10:00-05:00"))).isEqualTo(new Timetable.Place.Outside());
	}

	@Test
	void theSecondPassOfARepeatedHourIsOffTheGrid() {
		Timetable nights = open(NEW_YORK, 30, "00:30-02:30");

		assertThat(nights.at(instant("2026-11-01T01:30-04:00"))).isInstanceOf(Timetable.Place.OnGrid.class);
		assertThat(nights.at(instant("2026-11-01T01:30-05:00"))).isEqualTo(new Timetable.Place.OffGrid());
	}

	@Test
	void anEntryHoldsFromItsDateUntilALaterOneTakesOver() {
		WeeklyHours hours = WeeklyHours.NONE.with(day(DayOfWeek.TUESDAY, 60, "09:00-10:00"))
			.with(new DayHours(DayOfWeek.TUESDAY, windows("14:00-15:00"), 60, LocalDate.parse("2026-12-08")));
		Timetable timetable = new Timetable(ZoneId.of(NEW_YORK), hours);

		assertThat(starts(timetable, "2026-12-01")).containsExactly("2026-12-01T09:00-05:00");
		assertThat(starts(timetable, "2026-12-08")).containsExactly("2026-12-08T14:00-05:00");
	}

	@Test
	void onlyWorkWithoutABreakCoversAnInterval() {
		Timetable day = open(NEW_YORK, 30, "09:00-12:00", "12:00-13:00", "14:00-15:00");

		assertThat(day.covers(interval("2026-12-01T11:30-05:00", "2026-12-01T12:30-05:00"))).isTrue();
		assertThat(day.covers(interval("2026-12-01T12:30-05:00", "2026-12-01T14:30-05:00"))).isFalse();
		assertThat(day.covers(interval("2026-12-01T08:45-05:00", "2026-12-01T09:15-05:00"))).isFalse();
	}

	@Test
	void everySlotThatIsListedIsFoundAtItsStart() {
		for (String zone : List.of(NEW_YORK, "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca",
				"Pacific/Kiritimati", "Pacific/Pago_Pago")) {
			Timetable timetable = open(zone, 25, "22:10-03:20", "09:00-11:00");
			List<Interval> listed = new ArrayList<>();
			LocalDate.parse("2026-09-01")
				.datesUntil(LocalDate.parse("2027-04-30"))
				.forEach((date) -> listed.addAll(timetable.slotsOn(date)));
			assertThat(listed).isNotEmpty()
				.allSatisfy(
						(slot) -> assertThat(timetable.at(slot.start())).isEqualTo(new Timetable.Place.OnGrid(slot)))
				.allMatch(timetable::covers);
			for (int i = 1; i < listed.size(); i++) {
				assertThat(listed.get(i).start()).isAfterOrEqualTo(listed.get(i - 1).end());
			}
		}
	}

	private static List<String> starts(Timetable timetable, String date) {
		return timetable.slotsOn(LocalDate.parse(date))
			.stream()
			.map((slot) -> slot.start().atZone(timetable.zone()).toOffsetDateTime().toString())
			.toList();
	}

	private static Timetable open(String zone, int slotMinutes, String... windows) {
		WeeklyHours hours = WeeklyHours.NONE;
		for (DayOfWeek day : DayOfWeek.values()) {
			hours = hours.with(day(day, slotMinutes, windows));
		}
		return new Timetable(ZoneId.of(zone), hours);
	}

	private static DayHours day(DayOfWeek day, int slotMinutes, String... windows) {
		return new DayHours(day, windows(windows), slotMinutes, LONG_AGO);
	}

	static List<Window> windows(String... windows) {
		return List.of(windows)
			.stream()
			.map((window) -> new Window(LocalTime.parse(window.substring(0, 5)), LocalTime.parse(window.substring(6))))
			.toList();
	}

	private static Interval interval(String start, String end) {
		return new Interval(instant(start), instant(end));
	}

	private static Instant instant(String time) {
		return OffsetDateTime.parse(time).toInstant();
	}

}
