package clinic.daybook.testing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What other tests measure with is measured itself, by days known by heart. */
class ExpectedSlotsTest {

	@Test
	void anOrdinaryMorning() {
		assertThat(slots("Asia/Kathmandu", "2027-03-14", "09:00", "10:30", 30))
			.containsExactly("2027-03-14T09:00+05:45", "2027-03-14T09:30+05:45", "2027-03-14T10:00+05:45");
	}

	@Test
	void whatDoesNotFitIsNoSlot() {
		assertThat(slots("UTC", "2027-03-14", "09:00", "10:30", 40)).containsExactly("2027-03-14T09:00Z",
				"2027-03-14T09:40Z");
	}

	@Test
	void aNightGoesOnToTheNextDay() {
		assertThat(slots("UTC", "2027-03-14", "23:00", "01:00", 60)).containsExactly("2027-03-14T23:00Z",
				"2027-03-15T00:00Z");
	}

	@Test
	void theSameTimeTwiceIsADay() {
		assertThat(slots("UTC", "2027-03-14", "09:00", "09:00", 60)).hasSize(24);
	}

	@Test
	void newYorkSkipsAnHourInSpring() {
		assertThat(slots("America/New_York", "2027-03-14", "01:00", "04:00", 30)).containsExactly(
				"2027-03-14T01:00-05:00", "2027-03-14T01:30-05:00", "2027-03-14T03:00-04:00", "2027-03-14T03:30-04:00");
	}

	@Test
	void newYorkRepeatsAnHourInAutumn() {
		assertThat(slots("America/New_York", "2026-11-01", "00:30", "02:30", 30)).containsExactly(
				"2026-11-01T00:30-04:00", "2026-11-01T01:00-04:00", "2026-11-01T01:30-04:00", "2026-11-01T02:00-05:00");
	}

	@Test
	void lordHoweSkipsHalfAnHourAndASlotInTheWayIsDropped() {
		assertThat(slots("Australia/Lord_Howe", "2026-10-04", "00:30", "05:30", 60)).containsExactly(
				"2026-10-04T00:30+10:30", "2026-10-04T01:30+10:30", "2026-10-04T03:30+11:00", "2026-10-04T04:30+11:00");
	}

	private static List<String> slots(String zone, String date, String start, String end, int minutes) {
		return ExpectedSlots.of(ZoneId.of(zone), LocalDate.parse(date), start, end, minutes)
			.stream()
			.map(OffsetDateTime::toString)
			.toList();
	}

}
