package clinic.daybook.http;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody comes by without an appointment. */
class WalkInTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor(this.clinic.whereItIsDay()).opensEveryDay("00:00", "00:00", 30);

	private final LocalDate today = this.doctor.today();

	private final OffsetDateTime now = this.clinic.now()
		.atZone(this.doctor.zone())
		.toOffsetDateTime()
		.truncatedTo(ChronoUnit.SECONDS);

	private final Staff reception = this.clinic.reception();

	private final Member member = this.clinic.member();

	private final Member another = this.clinic.member();

	@Test
	void theyAreSeenOffTheGrid() {
		OffsetDateTime start = offTheGrid();

		Answer booked = this.reception.letsIn(this.member, this.doctor, start, 17).is(201);

		assertThat(booked.node("walkIn").booleanValue()).isTrue();
		assertThat(booked.text("status")).isEqualTo("BOOKED");
		assertThat(OffsetDateTime.parse(booked.text("start"))).isEqualTo(start);
		assertThat(OffsetDateTime.parse(booked.text("end"))).isEqualTo(start.plusMinutes(17));
		assertThat(booked.text("doctorId")).isEqualTo(this.doctor.id());
		assertThat(booked.text("memberId")).isEqualTo(this.member.id());
		assertThat(booked.node("outsideHours").booleanValue()).isFalse();
		assertThat(booked.header("ETag")).isEqualTo("\"1\"");
		assertThat(booked.header("Location")).endsWith("/api/appointments/" + booked.text("appointmentId"));
		assertThat(this.reception.reads(booked.text("appointmentId")).is(200).json()).isEqualTo(booked.json());
		assertThat(this.member.reads(booked.text("appointmentId")).node("walkIn").booleanValue()).isTrue();
	}

	@Test
	void theyAreCheckedInAndSeenLikeAnybody() {
		String id = this.clinic.admin().letsIn(this.member, this.doctor, this.now, 10).is(201).text("appointmentId");

		this.reception.post("/api/appointments/" + id + "/check-in", "").is(200);
		Answer seen = this.doctor.post("/api/appointments/" + id + "/complete", "").is(200);

		assertThat(seen.text("status")).isEqualTo("COMPLETED");
		assertThat(seen.node("walkIn").booleanValue()).isTrue();
	}

	@Test
	void theyMayHaveBeenThereForAQuarterOfAnHour() {
		this.reception.letsIn(this.member, this.doctor, this.now.minusMinutes(16), 5).problem(409, "too-soon");
		this.reception.letsIn(this.member, this.doctor, this.now.minusMinutes(14), 10).is(201);
	}

	@Test
	void whatTheyTakeIsNoLongerFree() {
		OffsetDateTime slot = this.now.truncatedTo(ChronoUnit.HOURS).plusHours(2);

		this.reception.letsIn(this.member, this.doctor, slot.plusMinutes(20), 20).is(201);

		assertThat(this.doctor.startsOn(this.today).stream().map(OffsetDateTime::parse))
			.doesNotContain(slot, slot.plusMinutes(30))
			.contains(slot.plusMinutes(60));
		this.another.books(this.doctor, slot).problem(409, "slot-taken");
		this.another.books(this.doctor, slot.plusMinutes(30)).problem(409, "slot-taken");
		this.another.books(this.doctor, slot.plusMinutes(60)).is(201);
	}

	@Test
	void whatIsTakenTheyDoNotGet() {
		OffsetDateTime slot = this.now.truncatedTo(ChronoUnit.HOURS).plusHours(2);
		this.another.hasBooked(this.doctor, slot);

		for (int early : List.of(-29, 0, 9)) {
			this.reception.letsIn(this.member, this.doctor, slot.minusMinutes(early), 10).problem(409, "slot-taken");
		}
		this.clinic.admin().letsIn(this.member, this.doctor, slot.minusMinutes(10), 50).problem(409, "slot-taken");
		this.reception.letsIn(this.member, this.doctor, slot.minusMinutes(10), 10).is(201);
		this.reception.letsIn(this.clinic.member(), this.doctor, slot.plusMinutes(30), 10).is(201);
	}

	@Test
	void noTwoOfThemAtOnce() {
		OffsetDateTime start = offTheGrid();
		this.reception.letsIn(this.another, this.doctor, start, 10).is(201);

		this.reception.letsIn(this.member, this.doctor, start.plusMinutes(5), 10).problem(409, "slot-taken");
		this.reception.letsIn(this.member, this.doctor, start.plusMinutes(10), 10).is(201);
	}

	@Test
	void whatIsHeldTheyDoNotGetEither() {
		OffsetDateTime slot = this.now.truncatedTo(ChronoUnit.HOURS).plusHours(2);
		this.another.hasHeld(this.doctor, slot);

		this.reception.letsIn(this.member, this.doctor, slot.plusMinutes(10), 10).problem(409, "slot-held");
		this.reception.letsIn(this.member, this.doctor, slot.plusMinutes(30), 10).is(201);
	}

	@Test
	void theDoctorsBreakIsTheirs() {
		this.doctor.hasRules("bufferMinutes", 15);
		OffsetDateTime slot = this.now.truncatedTo(ChronoUnit.HOURS).plusHours(2);
		this.another.hasBooked(this.doctor, slot);

		this.reception.letsIn(this.member, this.doctor, slot.plusMinutes(35), 10).problem(409, "slot-taken");
		this.reception.letsIn(this.member, this.doctor, slot.plusMinutes(45), 10).is(201);
	}

	@Test
	void whoeverIsWithAnotherDoctorIsNotHere() {
		Doctor other = this.clinic.doctor(this.doctor.zone().getId()).opensEveryDay("00:00", "00:00", 30);
		OffsetDateTime slot = this.now.truncatedTo(ChronoUnit.HOURS).plusHours(2);
		this.member.hasBooked(other, slot);

		Answer busy = this.reception.letsIn(this.member, this.doctor, slot.plusMinutes(20), 20)
			.problem(409, "member-busy")
			.answer();

		assertThat(busy.body()).doesNotContain(other.id()).doesNotContain(other.fullName());
		this.reception.letsIn(this.member, this.doctor, slot.plusMinutes(30), 20).is(201);
	}

	@Test
	void theyComeWithinTheHours() {
		LocalDate day = this.today.plusDays(1);
		Doctor mornings = this.clinic.doctor(this.doctor.zone().getId()).opensEveryDay("09:00", "12:00", 30);

		this.reception.letsIn(this.member, mornings, mornings.at(day, "08:50"), 20)
			.problem(409, "outside-working-hours");
		this.reception.letsIn(this.member, mornings, mornings.at(day, "11:50"), 20)
			.problem(409, "outside-working-hours");
		this.reception.letsIn(this.member, mornings, mornings.at(day, "14:00"), 20)
			.problem(409, "outside-working-hours");
		this.reception.letsIn(this.member, mornings, mornings.at(day, "11:40"), 20).is(201);
		this.reception.letsIn(this.another, mornings, mornings.at(day, "09:07"), 140).is(201);
	}

	@Test
	void whenTheDoctorIsOffTheyAreNotSeen() {
		OffsetDateTime slot = this.now.truncatedTo(ChronoUnit.HOURS).plusHours(2);
		this.doctor.isOff(slot, slot.plusMinutes(60));

		this.reception.letsIn(this.member, this.doctor, slot.plusMinutes(10), 10).problem(409, "on-time-off");
		this.reception.letsIn(this.member, this.doctor, slot.minusMinutes(5), 10).problem(409, "on-time-off");
		this.reception.letsIn(this.member, this.doctor, slot.minusMinutes(10), 10).is(201);
	}

	@Test
	void noticeHorizonAndDailyLimitAreNotForThem() {
		this.doctor.hasRules("minNoticeMinutes", 1440, "horizonDays", 1, "maxPerMemberPerDay", 1);
		OffsetDateTime start = offTheGrid();

		this.reception.letsIn(this.member, this.doctor, start, 10).is(201);
		this.reception.letsIn(this.member, this.doctor, start.plusMinutes(10), 10).is(201);
		this.clinic.admin().letsIn(this.member, this.doctor, start.plusDays(7), 10).is(201);
	}

	@Test
	void onlyTheFrontDeskLetsThemIn() {
		Object body = Json.with(walkIn(), "memberId", this.member.id());

		this.doctor.post("/api/appointments", body).problem(403, "forbidden");
		this.clinic.auditor().post("/api/appointments", body).problem(403, "forbidden");
		this.clinic.anyone().post("/api/appointments", body).problem(401, "unauthenticated");
		this.member.post("/api/appointments", body).problem(403, "forbidden");
		this.member.post("/api/appointments", walkIn()).problem(403, "forbidden");
		assertThat(this.member.get("/api/appointments").is(200).items()).isEmpty();
	}

	@Test
	void whatIsMissingIsNamed() {
		Map<String, @Nullable Object> body = Json.with(walkIn(), "memberId", this.member.id());

		for (String field : List.of("doctorId", "memberId", "start", "minutes")) {
			this.reception.post("/api/appointments", Json.without(body, field)).blames(field);
			this.reception.post("/api/appointments", Json.with(body, field, null)).blames(field);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-5", "1.5", "\"ten\"", "\"10\"", "true", "3000000000", "100000" })
	void minutesAreAWholeNumberThatMakesSense(String minutes) {
		String body = "{\"walkIn\":true,\"doctorId\":\"%s\",\"memberId\":\"%s\",\"start\":\"%s\",\"minutes\":%s}"
			.formatted(this.doctor.id(), this.member.id(), offTheGrid(), minutes);

		this.reception.post("/api/appointments", body).blames("minutes");
	}

	@Test
	void whatIsWrongIsNamed() {
		Map<String, @Nullable Object> body = Json.with(walkIn(), "memberId", this.member.id());

		this.reception.post("/api/appointments", Json.with(body, "walkIn", "yes")).blames("walkIn");
		this.reception.post("/api/appointments", Json.with(body, "departmentId", UUID.randomUUID().toString()))
			.problem(400, "invalid-request");
		this.reception.post("/api/appointments", Json.with(body, "holdId", UUID.randomUUID().toString()))
			.problem(400, "invalid-request");
		this.reception.post("/api/appointments", Json.with(body, "start", "2030-12-02T09:00:00")).blames("start");
		this.reception.post("/api/appointments", Json.with(body, "doctorId", UUID.randomUUID().toString()))
			.problem(404, "not-found");
		this.reception.post("/api/appointments", Json.with(body, "memberId", UUID.randomUUID().toString()))
			.problem(404, "not-found");
		assertThat(this.member.get("/api/appointments").is(200).items()).isEmpty();
	}

	@Test
	void onlyAWalkInSaysHowLongItTakes() {
		Map<String, @Nullable Object> body = Json.without(Json.with(walkIn(), "memberId", this.member.id()), "walkIn");

		this.reception.post("/api/appointments", body).blames("minutes");
	}

	private Map<String, @Nullable Object> walkIn() {
		return Json.body("walkIn", true, "doctorId", this.doctor.id(), "start", offTheGrid(), "minutes", 10);
	}

	/** Seven minutes and a second after some full hour. */
	private OffsetDateTime offTheGrid() {
		return this.now.truncatedTo(ChronoUnit.HOURS).plusHours(1).plusMinutes(7).plusSeconds(1);
	}

}
