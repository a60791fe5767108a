package clinic.daybook.http;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

class SettingHoursTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor();

	private final LocalDate monday = this.doctor.next(MONDAY);

	@Test
	void theAnswerIsTheWeeklyHours() {
		Answer answer = this.doctor.sets(hours(MONDAY, 30, window("09:00", "12:00"), window("13:00", "15:00"))).is(200);

		assertThat(answer.body()).contains("MONDAY", "09:00", "12:00", "13:00", "15:00");
		assertThat(answer.header("Consistency-Token")).isNotBlank();
		JsonNode weekly = weeklyHours();
		assertThat(weekly.size()).isEqualTo(1);
		JsonNode hours = weekly.get(0);
		assertThat(hours.propertyNames()).containsExactlyInAnyOrder("dayOfWeek", "windows", "slotMinutes",
				"effectiveFrom");
		assertThat(hours.get("dayOfWeek").stringValue()).isEqualTo("MONDAY");
		assertThat(hours.get("slotMinutes").intValue()).isEqualTo(30);
		assertThat(hours.get("effectiveFrom").stringValue()).isEqualTo(this.doctor.today().toString());
		assertThat(hours.get("windows").toString())
			.isEqualTo("[{\"start\":\"09:00\",\"end\":\"12:00\"},{\"start\":\"13:00\",\"end\":\"15:00\"}]");
	}

	@Test
	void severalWindowsGiveTheSlotsOfEach() {
		this.doctor.opens(MONDAY, 30, window("09:00", "10:00"), window("13:15", "14:15"));

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "09:30", "13:15", "13:45");
	}

	@Test
	void windowsAreTakenInAnyOrderAndMayTouch() {
		this.doctor.opens(MONDAY, 30, window("10:00", "11:00"), window("09:00", "10:00"));

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "09:30", "10:00", "10:30");
	}

	@Test
	void whatDoesNotFitIntoAWindowIsNoSlot() {
		this.doctor.opens(MONDAY, "09:00", "10:20", 25);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "09:25", "09:50");
	}

	@Test
	void aNightRunsPastMidnight() {
		this.doctor.opens(MONDAY, "22:00", "02:00", 60);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("22:00", "23:00");
		assertThat(this.doctor.freeOn(this.monday.plusDays(1))).containsExactly("00:00", "01:00");
		assertThat(this.doctor.freeOn(this.monday.plusDays(2))).isEmpty();
	}

	@Test
	void aSlotMayCrossMidnight() {
		this.doctor.opens(MONDAY, "23:30", "01:30", 60);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("23:30");
		assertThat(this.doctor.freeOn(this.monday.plusDays(1))).containsExactly("00:30");
		this.clinic.member().hasBooked(this.doctor, this.doctor.at(this.monday, "23:30"));
		assertThat(this.doctor.freeOn(this.monday)).isEmpty();
		assertThat(this.doctor.freeOn(this.monday.plusDays(1))).containsExactly("00:30");
	}

	@Test
	void aWindowThatEndsWhereItStartsIsADay() {
		this.doctor.opens(MONDAY, "09:00", "09:00", 480);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "17:00");
		assertThat(this.doctor.freeOn(this.monday.plusDays(1))).containsExactly("01:00");
	}

	@Test
	void neighbouringDaysMayBeOpenAllDayLong() {
		this.doctor.opensEveryDay("00:00", "00:00", 120);

		assertThat(this.doctor.freeOn(this.monday)).hasSize(12);
		assertThat(this.doctor.freeOn(this.monday.plusDays(6))).hasSize(12);
	}

	@Test
	void aDayIsReplacedAndOthersStay() {
		this.doctor.opens(MONDAY, "09:00", "10:00", 30).opens(TUESDAY, "11:00", "12:00", 30);

		this.doctor.opens(MONDAY, "14:00", "15:00", 20);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("14:00", "14:20", "14:40");
		assertThat(this.doctor.freeOn(this.monday.plusDays(1))).containsExactly("11:00", "11:30");
	}

	@Test
	void noWindowClosesTheDay() {
		this.doctor.opens(MONDAY, "09:00", "10:00", 30);

		this.doctor.opens(MONDAY, 30);

		assertThat(this.doctor.freeOn(this.monday)).isEmpty();
	}

	@Test
	void windowsMustBeSaid() {
		this.doctor.opens(MONDAY, "09:00", "10:00", 30);

		this.doctor.sets(Json.with(hours(MONDAY, 30), "windows", null)).blames("windows");
		this.doctor.sets(Json.without(hours(MONDAY, 30), "windows")).blames("windows");

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "09:30");
	}

	@Test
	void hoursMayBeginLater() {
		this.doctor.opens(MONDAY, "09:00", "10:00", 30);

		this.doctor.sets(from(this.monday.plusWeeks(2), hours(MONDAY, 60, window("13:00", "15:00")))).is(200);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "09:30");
		assertThat(this.doctor.freeOn(this.monday.plusWeeks(1))).containsExactly("09:00", "09:30");
		assertThat(this.doctor.freeOn(this.monday.plusWeeks(2))).containsExactly("13:00", "14:00");
		assertThat(this.doctor.freeOn(this.monday.plusWeeks(7))).containsExactly("13:00", "14:00");
	}

	@Test
	void hoursMayBeginInTheMiddleOfAWeek() {
		this.doctor.opensEveryDay("09:00", "10:00", 30);

		this.doctor.sets(from(this.monday.plusDays(1), hours(MONDAY, 30))).is(200);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "09:30");
		assertThat(this.doctor.freeOn(this.monday.plusWeeks(1))).isEmpty();
	}

	@Test
	void laterHoursStayWhenEarlierOnesAreSet() {
		this.doctor.sets(from(this.monday.plusWeeks(2), hours(MONDAY, 60, window("13:00", "15:00")))).is(200);

		this.doctor.opens(MONDAY, "09:00", "10:00", 30);

		assertThat(this.doctor.freeOn(this.monday.plusWeeks(1))).containsExactly("09:00", "09:30");
		assertThat(this.doctor.freeOn(this.monday.plusWeeks(2))).containsExactly("13:00", "14:00");
		assertThat(weeklyHours().size()).isEqualTo(2);
	}

	@Test
	void hoursFromTheSameDateAreReplaced() {
		LocalDate later = this.monday.plusWeeks(2);
		this.doctor.sets(from(later, hours(MONDAY, 60, window("13:00", "15:00")))).is(200);

		this.doctor.sets(from(later, hours(MONDAY, 60, window("16:00", "17:00")))).is(200);

		assertThat(this.doctor.freeOn(later)).containsExactly("16:00");
		assertThat(weeklyHours().size()).isEqualTo(1);
	}

	@Test
	void hoursDoNotBeginInThePast() {
		this.doctor.sets(from(this.doctor.today().minusDays(1), hours(MONDAY, 30, window("09:00", "10:00"))))
			.blames("effectiveFrom");
		this.doctor.sets(Json.with(hours(MONDAY, 30, window("09:00", "10:00")), "effectiveFrom", "tomorrow"))
			.blames("effectiveFrom");

		assertThat(this.doctor.freeOn(this.monday)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "09:00,12:00,11:30,13:00", "09:00,12:00,09:00,12:00", "09:00,12:00,10:00,11:00",
			"22:00,02:00,23:00,23:30", "09:00,09:00,10:00,11:00", "22:00,02:00,21:00,22:30" })
	void windowsOfADayDoNotOverlap(String start, String end, String otherStart, String otherEnd) {
		this.doctor.sets(hours(MONDAY, 30, window(start, end), window(otherStart, otherEnd)))
			.problem(400, "invalid-request");

		assertThat(weeklyHours().size()).isZero();
	}

	@Test
	void aNightDoesNotOverlapTheNextMorning() {
		this.doctor.opens(MONDAY, "22:00", "06:00", 60);

		this.doctor.sets(hours(TUESDAY, 60, window("05:00", "08:00"))).problem(400, "invalid-request");
		this.doctor.sets(hours(TUESDAY, 60, window("06:00", "08:00"))).is(200);

		assertThat(this.doctor.freeOn(this.monday.plusDays(1))).containsExactly("00:00", "01:00", "02:00", "03:00",
				"04:00", "05:00", "06:00", "07:00");
	}

	@Test
	void aMorningIsNotOverlappedByTheNightBefore() {
		this.doctor.opens(MONDAY, "05:00", "08:00", 60);

		this.doctor.sets(hours(SUNDAY, 60, window("22:00", "06:00"))).problem(400, "invalid-request");
		this.doctor.sets(hours(SUNDAY, 60, window("22:00", "05:00"))).is(200);
	}

	@Test
	void aNightThatBeginsLaterOverlapsJustTheSame() {
		this.doctor.opens(TUESDAY, "05:00", "08:00", 60);

		this.doctor.sets(from(this.monday.plusWeeks(3), hours(MONDAY, 60, window("22:00", "06:00"))))
			.problem(400, "invalid-request");
	}

	@Test
	void aNightThatIsOverByThenOverlapsNothing() {
		this.doctor.opens(MONDAY, "22:00", "06:00", 60);
		this.doctor.sets(from(this.monday.plusWeeks(3), hours(MONDAY, 60))).is(200);

		this.doctor.sets(from(this.monday.plusWeeks(3).plusDays(1), hours(TUESDAY, 60, window("05:00", "08:00"))))
			.is(200);
		this.doctor.sets(from(this.monday.plusWeeks(2).plusDays(1), hours(WEDNESDAY, 60, window("05:00", "08:00"))))
			.is(200);
	}

	@ParameterizedTest
	@ValueSource(ints = { -30, 0, 4, 481, 100000 })
	void aSlotLastsFiveMinutesToEightHours(int minutes) {
		this.doctor.sets(hours(MONDAY, minutes, window("00:00", "00:00"))).blames("slotMinutes");
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 480 })
	void fiveMinutesAndEightHoursAreFine(int minutes) {
		this.doctor.sets(hours(MONDAY, minutes, window("09:00", "17:00"))).is(200);

		assertThat(this.doctor.freeOn(this.monday)).hasSize(480 / minutes);
	}

	@Test
	void aSlotFitsIntoEveryWindow() {
		this.doctor.sets(hours(MONDAY, 45, window("09:00", "12:00"), window("13:00", "13:30")))
			.problem(400, "invalid-request");
		this.doctor.sets(hours(MONDAY, 30, window("09:00", "12:00"), window("13:00", "13:30"))).is(200);
	}

	@Test
	void minutesAreAWholeNumber() {
		Map<String, @Nullable Object> hours = hours(MONDAY, 30, window("09:00", "10:00"));

		this.doctor.sets(Json.with(hours, "slotMinutes", 30.5)).blames("slotMinutes");
		this.doctor.sets(Json.with(hours, "slotMinutes", "30")).blames("slotMinutes");
		this.doctor.sets(Json.with(hours, "slotMinutes", true)).blames("slotMinutes");
		this.doctor.sets(Json.with(hours, "slotMinutes", null)).blames("slotMinutes");
		this.doctor.sets(Json.without(hours, "slotMinutes")).blames("slotMinutes");
		this.doctor.sets(Json.with(hours, "slotMinutes", 3_000_000_000L)).blames("slotMinutes");
	}

	@Test
	void aDayIsADayOfTheWeek() {
		Map<String, @Nullable Object> hours = hours(MONDAY, 30, window("09:00", "10:00"));

		this.doctor.sets(Json.with(hours, "dayOfWeek", "Montag")).blames("dayOfWeek");
		this.doctor.sets(Json.with(hours, "dayOfWeek", 1)).blames("dayOfWeek");
		this.doctor.sets(Json.with(hours, "dayOfWeek", null)).blames("dayOfWeek");
		this.doctor.sets(Json.without(hours, "dayOfWeek")).blames("dayOfWeek");
	}

	@ParameterizedTest
	@ValueSource(strings = { "9:00", "24:00", "09:60", "09:00:30", "nine", "" })
	void aTimeIsAWallClockTime(String time) {
		this.doctor.sets(hours(MONDAY, 30, window(time, "12:00"))).blames("windows[0].start");
		this.doctor.sets(hours(MONDAY, 30, window("00:00", "01:00"), window("02:00", time))).blames("windows[1].end");
	}

	@Test
	void fieldsNobodyKnowsAreNamed() {
		this.doctor.sets(Json.with(hours(MONDAY, 30, window("09:00", "10:00")), "room", "4")).blames("room");
		this.doctor.sets(hours(MONDAY, 30, Json.body("start", "09:00", "end", "10:00", "room", "4")))
			.blames("windows[0].room");
		assertThat(this.doctor.sets(hours(MONDAY, 30, Json.body("start", "09:00")))
			.problem(400, "invalid-request")
			.answer()
			.node("errors")
			.toString()).contains("windows[0]").contains("end");
	}

	@Test
	void anAdminAndTheReceptionSetHoursForAnybody() {
		LocalDate tuesday = this.monday.plusDays(1);
		this.clinic.admin()
			.sets(this.doctor, ofDoctor(this.doctor, hours(MONDAY, 30, window("09:00", "10:00"))))
			.is(200);
		this.clinic.reception()
			.sets(this.doctor, ofDoctor(this.doctor, hours(TUESDAY, 30, window("10:00", "11:00"))))
			.is(200);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "09:30");
		assertThat(this.doctor.freeOn(tuesday)).containsExactly("10:00", "10:30");
	}

	@Test
	void anAdminNamesTheDoctor() {
		Staff admin = this.clinic.admin();

		admin.post("/api/availability", hours(MONDAY, 30)).blames("doctorId");
		admin.post("/api/availability", Json.with(hours(MONDAY, 30), "doctorId", "seven")).blames("doctorId");
		admin.post("/api/availability", Json.with(hours(MONDAY, 30), "doctorId", UUID.randomUUID()))
			.problem(404, "not-found");
	}

	@Test
	void aDoctorSetsTheirOwnHoursOnly() {
		Doctor other = this.clinic.doctor();

		other.sets(ofDoctor(this.doctor, hours(MONDAY, 30, window("09:00", "10:00")))).problem(403, "forbidden");
		other.sets(ofDoctor(other, hours(MONDAY, 30, window("09:00", "10:00")))).is(200);

		assertThat(this.doctor.freeOn(this.monday)).isEmpty();
		assertThat(other.freeOn(this.monday)).containsExactly("09:00", "09:30");
	}

	private JsonNode weeklyHours() {
		return this.doctor.availability(this.monday, this.monday).node("weeklyHours");
	}

	private static Map<String, @Nullable Object> hours(DayOfWeek day, int slotMinutes, Object... windows) {
		return Json.body("dayOfWeek", day, "windows", List.of(windows), "slotMinutes", slotMinutes);
	}

	private static Map<String, @Nullable Object> from(LocalDate date, Map<String, @Nullable Object> hours) {
		return Json.with(hours, "effectiveFrom", date.toString());
	}

	private static Map<String, @Nullable Object> ofDoctor(Doctor doctor, Map<String, @Nullable Object> hours) {
		return Json.with(hours, "doctorId", doctor.id());
	}

	private static Map<String, @Nullable Object> window(String start, String end) {
		return Json.window(start, end);
	}

}
