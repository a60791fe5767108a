package clinic.daybook.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.ExpectedSlots;
import clinic.daybook.testing.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class ClockChangesTest {

	private final Clinic clinic = Daybook.shared().clinic();

	/** Every slot of the day before, of the day itself and of the day after a change. */
	@ParameterizedTest
	@CsvSource({ "America/New_York,00:00,06:00,30", "America/New_York,22:00,05:00,30",
			"America/New_York,00:30,05:30,60", "Europe/Berlin,00:00,06:00,15", "Australia/Lord_Howe,00:00,06:00,30",
			"Australia/Lord_Howe,00:30,05:30,60", "Australia/Lord_Howe,01:00,05:00,15", "America/Havana,22:00,04:00,30",
			"Asia/Beirut,22:00,04:00,20", "Asia/Kathmandu,00:00,06:00,45", "Pacific/Apia,22:00,04:00,30" })
	void slotsFollowTheWallClockAcrossEveryChange(String zone, String start, String end, int minutes) {
		Doctor doctor = this.clinic.doctor(zone).opensEveryDay(start, end, minutes);
		for (LocalDate change : changesIn(doctor)) {
			List<OffsetDateTime> expected = new ArrayList<>();
			for (int day = -2; day <= 1; day++) {
				expected.addAll(ExpectedSlots.of(doctor.zone(), change.plusDays(day), start, end, minutes));
			}
			for (int day = -1; day <= 1; day++) {
				LocalDate date = change.plusDays(day);
				assertThat(doctor.startsOn(date).stream().map(OffsetDateTime::parse)).as(zone + " on " + date)
					.containsExactlyElementsOf(
							expected.stream().filter((slot) -> slot.toLocalDate().equals(date)).toList());
			}
		}
	}

	@Test
	void aSkippedTimeIsNoSlotAndCannotBeBooked() {
		Doctor doctor = this.clinic.doctor("America/New_York").opensEveryDay("01:00", "04:00", 30);
		LocalDate spring = nextChange(doctor, true);

		assertThat(doctor.startsOn(spring)).containsExactly(spring + "T01:00:00-05:00", spring + "T01:30:00-05:00",
				spring + "T03:00:00-04:00", spring + "T03:30:00-04:00");

		Member member = this.clinic.member();
		assertThat(member.books(doctor, OffsetDateTime.parse(spring + "T02:30:00-05:00")).is(201).text("start"))
			.as("the same instant, written with the offset of before")
			.isEqualTo(spring + "T03:30:00-04:00");
		assertThat(doctor.freeOn(spring)).containsExactly("01:00", "01:30", "03:00");
	}

	@Test
	void aRepeatedTimeIsTheEarlierOne() {
		Doctor doctor = this.clinic.doctor("America/New_York").opensEveryDay("00:30", "02:30", 30);
		LocalDate autumn = nextChange(doctor, false);

		assertThat(doctor.startsOn(autumn)).containsExactly(autumn + "T00:30:00-04:00", autumn + "T01:00:00-04:00",
				autumn + "T01:30:00-04:00", autumn + "T02:00:00-05:00");

		Member member = this.clinic.member();
		Answer refused = member.books(doctor, OffsetDateTime.parse(autumn + "T01:30:00-05:00"));
		assertThat(refused.problem(refused.status()).code()).isIn("not-on-grid", "outside-working-hours");
		Answer booked = member.books(doctor, OffsetDateTime.parse(autumn + "T01:30:00-04:00")).is(201);
		assertThat(booked.text("start")).isEqualTo(autumn + "T01:30:00-04:00");
		assertThat(booked.text("end")).isEqualTo(autumn + "T01:00:00-05:00");
		assertThat(doctor.freeOn(autumn)).containsExactly("00:30", "01:00", "02:00");
	}

	/** Offered and accepted are one thing, also where clocks change. */
	@ParameterizedTest
	@CsvSource({ "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu" })
	void whatIsOfferedCanBeBookedAndNothingElse(String zone) {
		Doctor doctor = this.clinic.doctor(zone).opensEveryDay("00:30", "04:30", 60);
		LocalDate date = changesIn(doctor).get(0);
		List<Instant> offered = doctor.startsOn(date).stream().map((s) -> OffsetDateTime.parse(s).toInstant()).toList();
		Instant midnight = date.atStartOfDay(doctor.zone()).toInstant();
		Member member = this.clinic.member();
		for (int i = 0; i < 24; i++) {
			Instant start = midnight.plus(15L * i, ChronoUnit.MINUTES);
			Answer answer = member.books(doctor, start);
			if (offered.contains(start)) {
				member.cancels(answer.is(201).text("appointmentId")).is(200);
			}
			else {
				assertThat(answer.status()).as(answer::toString).isIn(409, 422);
				assertThat(answer.problem(answer.status()).code()).isIn("not-on-grid", "outside-working-hours");
			}
		}
	}

	@Test
	void ordinaryDaysFollowTheGridToo() {
		Random random = new Random(2);
		for (int i = 0; i < 12; i++) {
			int minutes = 5 + random.nextInt(90);
			String start = "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60));
			String end = "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60));
			Doctor doctor = this.clinic.doctor("Asia/Kathmandu");
			LocalDate date = doctor.today().plusDays(3);
			List<OffsetDateTime> expected = ExpectedSlots.of(doctor.zone(), date, start, end, minutes);
			if (expected.isEmpty()) {
				continue;
			}
			doctor.opens(date.getDayOfWeek(), start, end, minutes);

			List<String> offered = new ArrayList<>(doctor.startsOn(date));
			offered.addAll(doctor.startsOn(date.plusDays(1)));
			assertThat(offered.stream().map(OffsetDateTime::parse)).as("%s-%s/%d", start, end, minutes)
				.containsExactlyElementsOf(expected);
		}
	}

	/** The dates of the next changes that can be booked already; a plain day if none. */
	private static List<LocalDate> changesIn(Doctor doctor) {
		List<LocalDate> changes = new ArrayList<>();
		ZoneId zone = doctor.zone();
		LocalDate today = doctor.today();
		Instant from = today.plusDays(3).atStartOfDay(zone).toInstant();
		ZoneOffsetTransition transition = zone.getRules().nextTransition(from);
		while (transition != null && transition.getInstant().atZone(zone).toLocalDate().isBefore(today.plusDays(363))) {
			changes.add(transition.getDateTimeAfter().toLocalDate());
			transition = zone.getRules().nextTransition(transition.getInstant());
		}
		return changes.isEmpty() ? List.of(today.plusDays(3)) : changes;
	}

	private static LocalDate nextChange(Doctor doctor, boolean gap) {
		ZoneId zone = doctor.zone();
		LocalDate today = doctor.today();
		ZoneOffsetTransition transition = zone.getRules()
			.nextTransition(today.plusDays(1).atStartOfDay(zone).toInstant());
		while (transition.isGap() != gap) {
			transition = zone.getRules().nextTransition(transition.getInstant());
		}
		LocalDate date = transition.getDateTimeBefore().toLocalDate();
		assumeThat(date).as("a few days a year the next change is beyond the horizon of 365 days")
			.isBefore(today.plusDays(363));
		return date;
	}

}
