package clinic.daybook.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.ExpectedSlots;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Days of 23 and 25 hours, zones of three quarters of an hour, and both sides of the date
 * line. The clock goes to the eve of each change, so it is a server alone.
 */
class ClocksTest {

	private static final Daybook ALONE = Daybook.alone();

	private static final boolean SPRING = true;

	private static final boolean AUTUMN = false;

	private final Clinic clinic = ALONE.clinic();

	@AfterAll
	static void close() {
		ALONE.close();
	}

	@ParameterizedTest
	@CsvSource({ "America/New_York,09:00,-05:00,-04:00", "Australia/Lord_Howe,09:00,+10:30,+11:00",
			"Europe/Berlin,09:00,+01:00,+02:00", "Africa/Casablanca,09:00,+00:00,+01:00" })
	void hoursStayWhereTheWallClockHasThem(String zone, String time, String before, String after) {
		Doctor doctor = doctor(zone).opensEveryDay(time, "10:00", 60);
		LocalDate change = nextChange(doctor, SPRING).getDateTimeAfter().toLocalDate();

		assertThat(doctor.startsOn(change.minusDays(1))).singleElement()
			.satisfies((start) -> assertThat(OffsetDateTime.parse(start))
				.isEqualTo(change.minusDays(1) + "T" + time + ":00" + before));
		assertThat(doctor.startsOn(change)).singleElement()
			.satisfies(
					(start) -> assertThat(OffsetDateTime.parse(start)).isEqualTo(change + "T" + time + ":00" + after));
	}

	@Test
	void newYorkHasNoTwoOClockInSpring() {
		Doctor doctor = doctor("America/New_York").opensEveryDay("01:00", "04:00", 30);
		LocalDate change = nextChange(doctor, SPRING).getDateTimeAfter().toLocalDate();

		assertThat(doctor.startsOn(change)).containsExactly(change + "T01:00:00-05:00", change + "T01:30:00-05:00",
				change + "T03:00:00-04:00", change + "T03:30:00-04:00");
	}

	@Test
	void newYorkHasOneOClockOnceInAutumn() {
		Doctor doctor = doctor("America/New_York").opensEveryDay("00:00", "03:00", 60);
		LocalDate change = nextChange(doctor, AUTUMN).getDateTimeAfter().toLocalDate();

		assertThat(doctor.startsOn(change)).containsExactly(change + "T00:00:00-04:00", change + "T01:00:00-04:00",
				change + "T02:00:00-05:00");
		Answer refused = this.clinic.member().books(doctor, OffsetDateTime.parse(change + "T01:00:00-05:00"));
		assertThat(refused.problem(refused.status()).code()).isIn("not-on-grid", "outside-working-hours");
	}

	@Test
	void lordHoweLosesHalfAnHour() {
		Doctor doctor = doctor("Australia/Lord_Howe").opensEveryDay("01:00", "04:00", 30);
		LocalDate change = nextChange(doctor, SPRING).getDateTimeAfter().toLocalDate();

		assertThat(doctor.startsOn(change)).containsExactly(change + "T01:00:00+10:30", change + "T01:30:00+10:30",
				change + "T02:30:00+11:00", change + "T03:00:00+11:00", change + "T03:30:00+11:00");
	}

	@Test
	void andGetsItBack() {
		Doctor doctor = doctor("Australia/Lord_Howe").opensEveryDay("01:00", "03:00", 30);
		LocalDate change = nextChange(doctor, AUTUMN).getDateTimeAfter().toLocalDate();

		assertThat(doctor.startsOn(change)).containsExactly(change + "T01:00:00+11:00", change + "T01:30:00+11:00",
				change + "T02:00:00+10:30", change + "T02:30:00+10:30");
		Answer refused = this.clinic.member().books(doctor, OffsetDateTime.parse(change + "T01:30:00+10:30"));
		assertThat(refused.problem(refused.status()).code()).isIn("not-on-grid", "outside-working-hours");
	}

	/** Where what would overlap is dropped: the slot of 01:00 runs until 01:30 again. */
	@Test
	void whatWouldOverlapAcrossAChangeIsDropped() {
		Doctor doctor = doctor("Australia/Lord_Howe").opensEveryDay("01:15", "03:15", 60);
		LocalDate change = nextChange(doctor, AUTUMN).getDateTimeAfter().toLocalDate();

		assertThat(doctor.startsOn(change).stream().map(OffsetDateTime::parse))
			.containsExactlyElementsOf(ExpectedSlots.of(doctor.zone(), change, "01:15", "03:15", 60));
		noneOverlaps(doctor, change);
	}

	@ParameterizedTest
	@CsvSource({ "Africa/Casablanca,true", "Africa/Casablanca,false", "Asia/Beirut,true", "Asia/Beirut,false",
			"America/Havana,true", "Europe/Berlin,false" })
	void everyOfferOfAChangeDayIsBookedAndNothingElse(String zone, boolean gap) {
		Doctor doctor = doctor(zone).opensEveryDay("00:00", "04:00", 30);
		ZoneOffsetTransition change = nextChange(doctor, gap);
		LocalDate date = change.getDateTimeAfter().toLocalDate();
		List<OffsetDateTime> expected = ExpectedSlots.of(doctor.zone(), date, "00:00", "04:00", 30);
		Instant midnight = date.atStartOfDay(doctor.zone()).toInstant();

		assertThat(doctor.startsOn(date).stream().map(OffsetDateTime::parse)).containsExactlyElementsOf(expected);
		Member member = this.clinic.member();
		List<Instant> booked = new ArrayList<>();
		for (Instant start = midnight; start.isBefore(midnight.plusSeconds(6 * 3600)); start = start.plusSeconds(900)) {
			Answer answer = member.books(doctor, start);
			if (answer.status() == 201) {
				booked.add(start);
				member.cancels(answer.text("appointmentId")).is(200);
			}
			else {
				assertThat(answer.problem(answer.status()).code()).isIn("not-on-grid", "outside-working-hours");
			}
		}
		assertThat(booked).containsExactlyElementsOf(expected.stream().map(OffsetDateTime::toInstant).toList());
		noneOverlaps(doctor, date);
	}

	/** A client that does not know of the change yet means the instant it names. */
	@Test
	void aStaleOffsetBooksTheInstantItSays() {
		Doctor doctor = doctor("America/New_York").opensEveryDay("09:00", "12:00", 30);
		LocalDate change = nextChange(doctor, SPRING).getDateTimeAfter().toLocalDate();
		Member member = this.clinic.member();

		Answer booked = member.books(doctor, OffsetDateTime.parse(change + "T09:00:00-05:00")).is(201);

		assertThat(booked.text("start")).isEqualTo(change + "T10:00:00-04:00");
		assertThat(booked.text("end")).isEqualTo(change + "T10:30:00-04:00");
		Answer moved = member.moves(booked.text("appointmentId"), OffsetDateTime.parse(change + "T10:30:00-05:00"))
			.is(200);
		assertThat(moved.text("start")).isEqualTo(change + "T11:30:00-04:00");
		member.moves(booked.text("appointmentId"), OffsetDateTime.parse(change + "T11:00:00-05:00"))
			.problem(409, "outside-working-hours");
		assertThat(doctor.freeOn(change)).doesNotContain("11:30").contains("10:00");
	}

	@Test
	void noticeIsCountedInHoursThatPass() {
		Doctor doctor = doctor("America/New_York").opensEveryDay("11:00", "18:00", 60)
			.hasRules("minNoticeMinutes", 1440);
		Instant spring = nextChange(doctor, SPRING).getInstant();

		OffsetDateTime eve = spring.minusSeconds(12 * 3600 + 600).atOffset(ZoneOffset.UTC);
		this.clinic.itIs(eve);
		LocalDate change = doctor.today().plusDays(1);
		assertThat(doctor.freeOn(change)).as("13:50 and 24 hours are 14:50").startsWith("15:00");
		this.clinic.member().books(doctor, doctor.at(change, "14:00")).problem(409, "too-soon");
		this.clinic.member().books(doctor, doctor.at(change, "15:00")).is(201);

		Instant autumn = nextChange(doctor, AUTUMN).getInstant();
		this.clinic.itIs(autumn.minusSeconds(12 * 3600 + 600).atOffset(ZoneOffset.UTC));
		change = doctor.today().plusDays(1);
		assertThat(doctor.freeOn(change)).as("13:50 and 24 hours are 12:50").startsWith("13:00");
		this.clinic.member().books(doctor, doctor.at(change, "12:00")).problem(409, "too-soon");
		this.clinic.member().books(doctor, doctor.at(change, "13:00")).is(201);
	}

	@Test
	void aHorizonIsADateWhateverTheDayIsLong() {
		for (boolean gap : List.of(SPRING, AUTUMN)) {
			Doctor doctor = doctor("America/New_York").opensEveryDay("00:00", "00:00", 60).hasRules("horizonDays", 1);
			ZoneOffsetTransition transition = nextChange(doctor, gap);
			LocalDate change = transition.getDateTimeAfter().toLocalDate();
			this.clinic.itIs(doctor.at(change.minusDays(1), "00:10"));
			Member member = this.clinic.member();

			assertThat(doctor.freeOn(change)).hasSize(gap ? 23 : 24).endsWith("23:00");
			assertThat(doctor.freeOn(change.plusDays(1))).isEmpty();
			member.books(doctor, doctor.at(change, "23:00")).is(201);
			member.books(doctor, doctor.at(change.plusDays(1), "00:00")).problem(409, "too-far");

			this.clinic.itIs(doctor.at(change, "23:50"));
			assertThat(doctor.freeOn(change.plusDays(1))).hasSize(24);
			member.again().books(doctor, doctor.at(change.plusDays(2), "00:00")).problem(409, "too-far");
		}
	}

	@Test
	void aDailyLimitIsForTheWholeLocalDay() {
		for (boolean gap : List.of(SPRING, AUTUMN)) {
			Doctor doctor = doctor("America/New_York").opensEveryDay("00:00", "00:00", 60)
				.hasRules("horizonDays", 500, "maxPerMemberPerDay", 1);
			LocalDate change = nextChange(doctor, gap).getDateTimeAfter().toLocalDate();
			Member member = this.clinic.member();

			member.books(doctor, doctor.at(change.minusDays(1), "23:00")).is(201);
			member.books(doctor, doctor.at(change, "00:00")).is(201);
			member.books(doctor, doctor.at(change, "23:00")).problem(409, "limit-reached");
			member.books(doctor, doctor.at(change.plusDays(1), "00:00")).is(201);
		}
	}

	@ParameterizedTest
	@CsvSource({ "America/New_York,true,PT23H", "America/New_York,false,PT25H", "Australia/Lord_Howe,true,PT23H30M",
			"Australia/Lord_Howe,false,PT24H30M", "Asia/Beirut,true,PT23H", "Asia/Kathmandu,,PT24H" })
	void aWholeDayOffIsAsLongAsTheDayIs(String zone, @Nullable Boolean gap, String length) {
		Doctor doctor = doctor(zone).opensEveryDay("00:00", "00:00", 30);
		LocalDate day = (gap != null) ? nextChange(doctor, gap).getDateTimeAfter().toLocalDate()
				: doctor.today().plusDays(3);

		Answer timeOff = doctor.takesOff(Json.body("fromDate", day, "toDate", day)).is(201);

		assertThat(Duration.between(OffsetDateTime.parse(timeOff.text("start")),
				OffsetDateTime.parse(timeOff.text("end"))))
			.isEqualTo(Duration.parse(length));
		assertThat(doctor.freeOn(day)).isEmpty();
		assertThat(doctor.freeOn(day.minusDays(1))).hasSize(48);
		assertThat(doctor.freeOn(day.plusDays(1))).hasSize(48);
	}

	@Test
	void extraHoursFollowTheWallClockToo() {
		Doctor doctor = doctor("America/New_York");
		LocalDate change = nextChange(doctor, SPRING).getDateTimeAfter().toLocalDate();

		doctor.opensExtra(change, "01:00", "04:00", 30);

		assertThat(doctor.startsOn(change)).containsExactly(change + "T01:00:00-05:00", change + "T01:30:00-05:00",
				change + "T03:00:00-04:00", change + "T03:30:00-04:00");
		this.clinic.member().books(doctor, doctor.at(change, "03:00")).is(201);
	}

	@Test
	void fiveMinutesAreFiveMinutesAlsoWhenTheClockJumps() {
		Doctor doctor = doctor("America/New_York").opensEveryDay("09:00", "12:00", 30);
		Instant spring = nextChange(doctor, SPRING).getInstant();
		this.clinic.itIs(spring.minusSeconds(120).atOffset(ZoneOffset.UTC));
		Member member = this.clinic.member();
		LocalDate day = doctor.today().plusDays(1);
		Instant before = this.clinic.now();

		Answer held = member.holds(doctor, doctor.at(day, "09:00")).is(201);

		OffsetDateTime expiresAt = OffsetDateTime.parse(held.text("expiresAt"));
		assertThat(expiresAt.getOffset()).isEqualTo(ZoneOffset.ofHours(-4));
		assertThat(expiresAt.toInstant()).isBetween(before.plusSeconds(300), this.clinic.now().plusSeconds(300));
		this.clinic.itIs(expiresAt.minusSeconds(40));
		this.clinic.member().books(doctor, doctor.at(day, "09:00")).problem(409, "slot-held");
		this.clinic.itIs(expiresAt);
		this.clinic.member().books(doctor, doctor.at(day, "09:00")).is(201);
	}

	@Test
	void whoComesByBeforeTheChangeIsSeenUntilAfterIt() {
		Doctor doctor = doctor("America/New_York").opensEveryDay("00:00", "00:00", 30);
		LocalDate change = nextChange(doctor, SPRING).getDateTimeAfter().toLocalDate();

		Answer booked = this.clinic.reception()
			.letsIn(this.clinic.member(), doctor, OffsetDateTime.parse(change + "T01:50:00-05:00"), 30)
			.is(201);

		assertThat(booked.text("start")).isEqualTo(change + "T01:50:00-05:00");
		assertThat(booked.text("end")).isEqualTo(change + "T03:20:00-04:00");
		assertThat(doctor.freeOn(change)).contains("01:00", "03:30").doesNotContain("01:30", "03:00");
	}

	/** In Beirut the clock is put forward at midnight, so the day begins at one. */
	@Test
	void whereADayHasNoMidnightPatientsAreCheckedInFromItsFirstMoment() {
		Doctor doctor = doctor("Asia/Beirut").opensEveryDay("09:00", "12:00", 30);
		ZoneOffsetTransition spring = nextChange(doctor, SPRING);
		LocalDate change = spring.getDateTimeAfter().toLocalDate();
		assertThat(spring.getDateTimeBefore().toLocalTime()).isEqualTo("00:00");
		String id = this.clinic.member().hasBooked(doctor, doctor.at(change, "09:00"));

		this.clinic.itIs(spring.getInstant().minusSeconds(40).atOffset(ZoneOffset.UTC));
		doctor.again().post("/api/appointments/" + id + "/check-in", "").problem(409, "too-soon");
		this.clinic.itIs(spring.getInstant().atOffset(ZoneOffset.UTC));
		doctor.again().post("/api/appointments/" + id + "/check-in", "").is(200);
	}

	@Test
	void kathmanduIsThreeQuartersOfAnHourOff() {
		Doctor doctor = doctor("Asia/Kathmandu").opens(MONDAY, "09:00", "12:00", 45);
		LocalDate monday = doctor.next(MONDAY);
		Member member = this.clinic.member();

		assertThat(doctor.startsOn(monday)).containsExactly(monday + "T09:00:00+05:45", monday + "T09:45:00+05:45",
				monday + "T10:30:00+05:45", monday + "T11:15:00+05:45");
		Answer booked = member.books(doctor, OffsetDateTime.parse(monday + "T04:00:00Z")).is(201);
		assertThat(booked.text("start")).isEqualTo(monday + "T09:45:00+05:45");
		member.books(doctor, OffsetDateTime.parse(monday + "T04:15:00Z")).problem(422, "not-on-grid");
	}

	@Test
	void onBothSidesOfTheDateLineItIsAnotherDay() {
		Doctor ahead = doctor("Pacific/Kiritimati").opensEveryDay("00:00", "00:00", 60);
		Doctor behind = doctor("Pacific/Pago_Pago").opensEveryDay("00:00", "00:00", 60);
		LocalDate date = ahead.today().plusDays(5);
		OffsetDateTime noon = ahead.at(date, "12:00");
		Member member = this.clinic.member();

		Answer booked = member.books(ahead, noon).is(201);
		Answer moved = member.moves(booked.text("appointmentId"), behind, noon).is(200);

		assertThat(booked.text("start")).isEqualTo(date + "T12:00:00+14:00");
		assertThat(moved.text("start")).isEqualTo(date.minusDays(1) + "T11:00:00-11:00");
		assertThat(behind.freeOn(date.minusDays(1))).hasSize(23).doesNotContain("11:00");
		assertThat(behind.freeOn(date)).hasSize(24);
		assertThat(ahead.freeOn(date)).hasSize(24);
	}

	@Test
	void onBothSidesOfTheDateLineADayOffIsTheDoctorsOwn() {
		Doctor ahead = doctor("Pacific/Kiritimati").opensEveryDay("00:00", "00:00", 60);
		Doctor behind = doctor("Pacific/Pago_Pago").opensEveryDay("00:00", "00:00", 60);
		LocalDate date = ahead.today().plusDays(5);

		for (Doctor doctor : List.of(ahead, behind)) {
			Answer timeOff = doctor.takesOff(Json.body("fromDate", date, "toDate", date)).is(201);
			assertThat(OffsetDateTime.parse(timeOff.text("start"))).isEqualTo(doctor.at(date, "00:00"));
			assertThat(doctor.freeOn(date)).isEmpty();
			assertThat(doctor.freeOn(date.minusDays(1))).hasSize(24);
			assertThat(doctor.freeOn(date.plusDays(1))).hasSize(24);
		}
	}

	@Test
	void onBothSidesOfTheDateLineHorizonAndLimitGoByTheDoctorsDay() {
		for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
			Doctor doctor = doctor(zone).opensEveryDay("00:00", "00:00", 60)
				.hasRules("horizonDays", 3, "maxPerMemberPerDay", 1);
			this.clinic.itIs(doctor.at(doctor.today().plusDays(1), "12:00"));
			LocalDate last = doctor.today().plusDays(3);
			Member member = this.clinic.member();

			assertThat(doctor.freeOn(last)).hasSize(24);
			assertThat(doctor.freeOn(last.plusDays(1))).isEmpty();
			member.books(doctor, doctor.at(last, "23:00")).is(201);
			member.books(doctor, doctor.at(last.plusDays(1), "00:00")).problem(409, "too-far");
			member.books(doctor, doctor.at(last, "00:00")).problem(409, "limit-reached");
			member.books(doctor, doctor.at(last.minusDays(1), "23:00")).is(201);
		}
	}

	/** One who can be booked until after the next change, wherever in the year it is. */
	private Doctor doctor(String zone) {
		return this.clinic.doctor(zone).hasRules("horizonDays", 500);
	}

	private static void noneOverlaps(Doctor doctor, LocalDate date) {
		Instant busyUntil = Instant.MIN;
		for (JsonNode slot : doctor.slotsOn(date)) {
			Instant start = OffsetDateTime.parse(slot.get("start").stringValue()).toInstant();
			assertThat(start).isAfterOrEqualTo(busyUntil);
			busyUntil = OffsetDateTime.parse(slot.get("end").stringValue()).toInstant();
		}
	}

	/** The next change that is a few days ahead, so that its eve can be gone to. */
	private static ZoneOffsetTransition nextChange(Doctor doctor, boolean gap) {
		ZoneId zone = doctor.zone();
		ZoneOffsetTransition transition = zone.getRules()
			.nextTransition(doctor.today().plusDays(2).atStartOfDay(zone).toInstant());
		while (transition.isGap() != gap) {
			transition = zone.getRules().nextTransition(transition.getInstant());
		}
		return transition;
	}

}
