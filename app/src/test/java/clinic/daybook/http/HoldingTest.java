package clinic.daybook.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** Somebody hesitates at the checkout. Its clock is moved, so it has a server alone. */
class HoldingTest {

	private static final Daybook ALONE = Daybook.alone();

	private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

	private static final Duration A_MOMENT = Duration.ofSeconds(40);

	private final Clinic clinic = ALONE.clinic();

	private final Doctor doctor = doctor();

	private final LocalDate monday = this.doctor.next(MONDAY).plusWeeks(1);

	private final OffsetDateTime nine = this.doctor.at(this.monday, "09:00");

	private final Member member = this.clinic.member();

	private final Member another = this.clinic.member();

	@AfterAll
	static void close() {
		ALONE.close();
	}

	@Test
	void aSlotIsHeldForFiveMinutes() {
		Instant before = this.clinic.now();

		Answer answer = this.member.holds(this.doctor, this.nine).is(201);

		assertThat(answer.text("doctorId")).isEqualTo(this.doctor.id());
		assertThat(answer.text("start")).isEqualTo(this.monday + "T09:00:00" + this.nine.getOffset());
		assertThat(answer.text("end")).isEqualTo(this.monday + "T09:30:00" + this.nine.getOffset());
		OffsetDateTime expiresAt = OffsetDateTime.parse(answer.text("expiresAt"));
		assertThat(expiresAt.toInstant()).isBetween(before.plus(FIVE_MINUTES), this.clinic.now().plus(FIVE_MINUTES));
		assertThat(expiresAt.getOffset()).isEqualTo(this.doctor.zone().getRules().getOffset(expiresAt.toInstant()));
		assertThat(answer.header("Location")).endsWith("/api/appointments/holds/" + answer.text("holdId"));
		assertThat(answer.header("Consistency-Token")).isNotBlank();
	}

	@Test
	void itIsNoLongerOfferedAtOnce() {
		this.member.hasHeld(this.doctor, this.nine);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:30", "10:00", "10:30", "11:00", "11:30");
		assertThat(this.clinic.anyone()
			.get("/api/slots?doctorId=" + this.doctor.id() + "&from=" + this.monday + "&to=" + this.monday)
			.is(200)
			.items()).hasSize(5);
	}

	@Test
	void othersNeitherBookNorHoldIt() {
		this.member.hasHeld(this.doctor, this.nine);

		assertThat(this.another.books(this.doctor, this.nine).problem(409, "slot-held").nextFreeStarts())
			.startsWith(this.monday + "T09:30:00" + this.nine.getOffset());
		assertThat(this.another.holds(this.doctor, this.nine).problem(409, "slot-held").nextFreeStarts())
			.startsWith(this.monday + "T09:30:00" + this.nine.getOffset());
		this.clinic.admin().books(this.another, this.doctor, this.nine).problem(409, "slot-held");
		this.another.holds(this.doctor, this.nine.plusMinutes(30)).is(201);
	}

	@Test
	void whoHoldsItBooksIt() {
		String hold = this.member.hasHeld(this.doctor, this.nine);

		Answer booked = this.member.post("/api/appointments", Json.body("holdId", hold, "reason", "A mole that itches"))
			.is(201);

		assertThat(booked.text("doctorId")).isEqualTo(this.doctor.id());
		assertThat(booked.text("memberId")).isEqualTo(this.member.id());
		assertThat(booked.text("start")).isEqualTo(this.monday + "T09:00:00" + this.nine.getOffset());
		assertThat(booked.text("end")).isEqualTo(this.monday + "T09:30:00" + this.nine.getOffset());
		assertThat(booked.text("status")).isEqualTo("BOOKED");
		assertThat(booked.text("reason")).isEqualTo("A mole that itches");
		assertThat(booked.header("ETag")).isEqualTo("\"1\"");
		assertThat(booked.header("Location")).endsWith("/api/appointments/" + booked.text("appointmentId"));
		assertThat(this.member.reads(booked.text("appointmentId")).is(200).json()).isEqualTo(booked.json());
		this.another.books(this.doctor, this.nine).problem(409, "slot-taken");
	}

	@Test
	void untilItExpiresNobodyElseHasItAndFromThenOnAnybody() {
		Answer held = this.member.holds(this.doctor, this.nine).is(201);
		OffsetDateTime expiresAt = OffsetDateTime.parse(held.text("expiresAt"));
		String tag = tag();

		this.clinic.itIs(expiresAt.minus(A_MOMENT));
		this.another.books(this.doctor, this.nine).problem(409, "slot-held");
		this.another.holds(this.doctor, this.nine).problem(409, "slot-held");
		assertThat(this.doctor.freeOn(this.monday)).doesNotContain("09:00");
		assertThat(tag()).isEqualTo(tag);

		this.clinic.itIs(expiresAt);
		assertThat(this.doctor.freeOn(this.monday)).contains("09:00");
		assertThat(tag()).isNotEqualTo(tag);
		this.another.books(this.doctor, this.nine).is(201);
		this.member.confirms(held.text("holdId")).problem(410, "hold-expired");
	}

	@Test
	void itIsConfirmedToTheLast() {
		Answer held = this.member.holds(this.doctor, this.nine).is(201);

		this.clinic.itIs(OffsetDateTime.parse(held.text("expiresAt")).minus(A_MOMENT));

		this.member.confirms(held.text("holdId")).is(201);
	}

	@Test
	void anExpiredOneIsGoneAndADayLaterUnknown() {
		Answer held = this.member.holds(this.doctor, this.nine).is(201);
		String hold = held.text("holdId");
		OffsetDateTime expiresAt = OffsetDateTime.parse(held.text("expiresAt"));

		this.clinic.itIs(expiresAt);
		this.member.confirms(hold).problem(410, "hold-expired");
		this.another.confirms(hold).problem(404, "not-found");

		this.clinic.itIs(expiresAt.plusHours(24).minus(A_MOMENT));
		this.member.again().confirms(hold).problem(410, "hold-expired");
		this.clinic.itIs(expiresAt.plusHours(24));
		this.member.again().confirms(hold).problem(404, "not-found");
		assertThat(this.doctor.freeOn(this.monday)).contains("09:00");
	}

	@Test
	void aUsedOneIsNotUsedAgain() {
		String hold = this.member.hasHeld(this.doctor, this.nine);
		String appointment = this.member.confirms(hold).is(201).text("appointmentId");

		this.member.confirms(hold).problem(409, "wrong-state");
		this.member.delete("/api/appointments/holds/" + hold).problem(409, "wrong-state");
		this.member.cancels(appointment).is(200);
		this.member.confirms(hold).problem(409, "wrong-state");
		assertThat(this.doctor.freeOn(this.monday)).contains("09:00");
	}

	@Test
	void aNewOneWithTheSameDoctorReplacesTheOld() {
		String old = this.member.hasHeld(this.doctor, this.nine);

		String hold = this.member.hasHeld(this.doctor, this.nine.plusMinutes(60));

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "09:30", "10:30", "11:00", "11:30");
		Answer refused = this.member.confirms(old);
		assertThat(refused.problem(refused.status()).code()).isIn("not-found", "hold-expired", "wrong-state");
		this.another.books(this.doctor, this.nine).is(201);
		this.member.confirms(hold).is(201);
	}

	@Test
	void theSameSlotIsHeldAnew() {
		this.member.hasHeld(this.doctor, this.nine);
		this.clinic.itIs(this.clinic.now().plus(Duration.ofMinutes(4)).atOffset(ZoneOffset.UTC));

		Answer anew = this.member.holds(this.doctor, this.nine).is(201);

		assertThat(OffsetDateTime.parse(anew.text("expiresAt")).toInstant())
			.isAfter(this.clinic.now().plus(FIVE_MINUTES).minus(A_MOMENT));
		this.another.books(this.doctor, this.nine).problem(409, "slot-held");
		this.member.confirms(anew.text("holdId")).is(201);
	}

	@Test
	void aRefusedOneReplacesNothing() {
		String hold = this.member.hasHeld(this.doctor, this.nine);
		this.another.hasBooked(this.doctor, this.nine.plusMinutes(60));

		this.member.holds(this.doctor, this.nine.plusMinutes(60)).problem(409, "slot-taken");

		assertThat(this.doctor.freeOn(this.monday)).doesNotContain("09:00");
		this.member.confirms(hold).is(201);
	}

	@Test
	void aMemberHoldsThreeAtMost() {
		List<Doctor> others = List.of(doctor(), doctor(), doctor());
		String first = this.member.hasHeld(this.doctor, this.nine);
		this.member.hasHeld(others.get(0), this.nine.plusMinutes(30));
		this.member.hasHeld(others.get(1), this.nine.plusMinutes(60));

		this.member.holds(others.get(2), this.nine.plusMinutes(90)).problem(409, "limit-reached");

		assertThat(others.get(2).freeOn(this.monday)).contains("10:30");
		this.another.holds(others.get(2), this.nine.plusMinutes(90)).is(201);
		this.member.holds(others.get(1), this.nine.plusMinutes(120)).is(201);
		this.member.delete("/api/appointments/holds/" + first).is(204);
		this.member.holds(others.get(2), this.nine.plusMinutes(150)).is(201);
	}

	@Test
	void neitherExpiredNorUsedOnesCount() {
		List<Doctor> others = List.of(doctor(), doctor(), doctor());
		Answer first = this.member.holds(this.doctor, this.nine).is(201);
		this.member.hasHeld(others.get(0), this.nine.plusMinutes(30));
		this.clinic.itIs(OffsetDateTime.parse(first.text("expiresAt")));

		this.member.hasHeld(others.get(1), this.nine.plusMinutes(60));
		String third = this.member.hasHeld(others.get(2), this.nine.plusMinutes(90));
		this.member.confirms(third).is(201);
		this.member.hasHeld(this.doctor, this.nine.plusMinutes(120));
	}

	@Test
	void whoeverChangesTheirMindLetsGo() {
		String hold = this.member.hasHeld(this.doctor, this.nine);

		assertThat(this.member.delete("/api/appointments/holds/" + hold).is(204).body()).isEmpty();

		assertThat(this.doctor.freeOn(this.monday)).contains("09:00");
		Answer refused = this.member.confirms(hold);
		assertThat(refused.problem(refused.status()).code()).isIn("not-found", "hold-expired", "wrong-state");
		this.another.books(this.doctor, this.nine).is(201);
	}

	@Test
	void anothersDoesNotExist() {
		String hold = this.member.hasHeld(this.doctor, this.nine);

		this.another.confirms(hold).problem(404, "not-found");
		this.another.delete("/api/appointments/holds/" + hold).problem(404, "not-found");

		assertThat(this.doctor.freeOn(this.monday)).doesNotContain("09:00");
		this.member.confirms(hold).is(201);
	}

	@Test
	void theFrontDeskHoldsForAMember() {
		for (Staff staff : List.of(this.clinic.admin(), this.clinic.reception())) {
			Member patient = this.clinic.member();
			String hold = staff.holds(patient, this.doctor, this.nine).is(201).text("holdId");
			this.another.books(this.doctor, this.nine).problem(409, "slot-held");
			staff.delete("/api/appointments/holds/" + hold).is(204);

			String next = staff.holds(patient, this.doctor, this.nine).is(201).text("holdId");
			Answer booked = staff.post("/api/appointments", Json.body("holdId", next, "memberId", patient.id()))
				.is(201);
			assertThat(booked.text("memberId")).isEqualTo(patient.id());
			staff.cancels(booked.text("appointmentId")).is(200);
		}
	}

	@Test
	void whatTheFrontDeskHoldsTheMemberBooks() {
		String hold = this.clinic.reception().holds(this.member, this.doctor, this.nine).is(201).text("holdId");

		this.another.confirms(hold).problem(404, "not-found");
		this.member.confirms(hold).is(201);
	}

	@Test
	void aHoldIsBookedForWhomItIsHeld() {
		Staff reception = this.clinic.reception();
		String hold = reception.holds(this.member, this.doctor, this.nine).is(201).text("holdId");

		Answer refused = reception.post("/api/appointments", Json.body("holdId", hold, "memberId", this.another.id()));

		refused.problem(refused.status());
		assertThat(refused.status()).as(refused::toString).isBetween(400, 499);
		this.member.confirms(hold).is(201);
	}

	@Test
	void whoHoldsWithOneDoctorIsBusyForTheOthers() {
		Doctor other = doctor();
		String hold = this.member.hasHeld(this.doctor, this.nine);

		this.member.books(other, this.nine).problem(409, "member-busy");
		this.member.holds(other, this.nine).problem(409, "member-busy");
		this.another.books(other, this.nine).is(201);
		this.member.confirms(hold).is(201);
		this.member.holds(other, this.nine.plusMinutes(30)).is(201);
	}

	@Test
	void whoIsBookedWithOneDoctorHoldsWithNoOtherThen() {
		Doctor other = doctor();
		String appointment = this.member.hasBooked(other, this.nine);

		this.member.holds(this.doctor, this.nine).problem(409, "member-busy");

		this.member.cancels(appointment).is(200);
		this.member.holds(this.doctor, this.nine).is(201);
	}

	@Test
	void whoseHoldExpiredIsNotBusy() {
		Doctor other = doctor();
		Answer held = this.member.holds(this.doctor, this.nine).is(201);

		this.clinic.itIs(OffsetDateTime.parse(held.text("expiresAt")));

		this.member.books(other, this.nine).is(201);
	}

	@Test
	void whatCannotBeBookedCannotBeHeld() {
		this.doctor.isOff(this.nine.plusMinutes(60), this.nine.plusMinutes(90));
		this.another.hasBooked(this.doctor, this.nine);

		this.member.holds(this.doctor, this.nine.minusWeeks(3)).problem(409, "too-soon");
		this.member.holds(this.doctor, this.nine.plusWeeks(60)).problem(409, "too-far");
		this.member.holds(this.doctor, this.nine.plusDays(1)).problem(409, "outside-working-hours");
		this.member.holds(this.doctor, this.nine.plusMinutes(60)).problem(409, "on-time-off");
		this.member.holds(this.doctor, this.nine.plusMinutes(1)).problem(422, "not-on-grid");
		this.member.holds(this.doctor, this.nine).problem(409, "slot-taken");
		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:30", "10:30", "11:00", "11:30");
	}

	@Test
	void itIsNoWayAroundTheDailyLimit() {
		this.doctor.hasRules("maxPerMemberPerDay", 1);
		this.member.hasBooked(this.doctor, this.nine);

		Answer held = this.member.holds(this.doctor, this.nine.plusMinutes(60));

		if (held.status() == 201) {
			this.member.confirms(held.text("holdId")).problem(409, "limit-reached");
		}
		else {
			held.problem(409, "limit-reached");
		}
	}

	@Test
	void itIsNoWayAroundTimeOff() {
		String hold = this.member.hasHeld(this.doctor, this.nine);
		this.doctor.isOff(this.nine, this.nine.plusMinutes(60));

		this.member.confirms(hold).problem(409, "on-time-off");
		assertThat(this.doctor.freeOn(this.monday)).containsExactly("10:00", "10:30", "11:00", "11:30");
	}

	@Test
	void itIsNoWayAroundTheHours() {
		String hold = this.member.hasHeld(this.doctor, this.nine);
		this.doctor.opens(MONDAY, "10:00", "12:00", 30);

		this.member.confirms(hold).problem(409, "outside-working-hours");
	}

	@Test
	void itLeavesTheDoctorTheirBreak() {
		this.doctor.hasRules("bufferMinutes", 30);
		this.another.hasBooked(this.doctor, this.nine);

		this.member.holds(this.doctor, this.nine.plusMinutes(30)).problem(409, "slot-taken");
		this.member.holds(this.doctor, this.nine.plusMinutes(60)).is(201);
	}

	@Test
	void whoeverAsksAgainHoldsOnce() {
		Map<String, @Nullable Object> body = Json.body("doctorId", this.doctor.id(), "start", this.nine);
		String key = UUID.randomUUID().toString();

		Answer first = this.member.as().with("Idempotency-Key", key).post("/api/appointments/holds", body).is(201);
		Answer again = this.member.as().with("Idempotency-Key", key).post("/api/appointments/holds", body).is(201);

		assertThat(again.body()).isEqualTo(first.body());
		assertThat(again.header("Location")).isEqualTo(first.header("Location"));
		this.member.confirms(first.text("holdId")).is(201);
	}

	@Test
	void whatIsWrongIsNamed() {
		Map<String, @Nullable Object> body = Json.body("doctorId", this.doctor.id(), "start", this.nine);
		String holds = "/api/appointments/holds";
		Staff admin = this.clinic.admin();

		this.member.post(holds, Json.without(body, "doctorId")).blames("doctorId");
		this.member.post(holds, Json.without(body, "start")).blames("start");
		this.member.post(holds, Json.with(body, "start", "2030-12-02T09:00:00")).blames("start");
		this.member.post(holds, Json.with(body, "doctorId", "17")).blames("doctorId");
		this.member.post(holds, Json.with(body, "doctorId", UUID.randomUUID().toString())).problem(404, "not-found");
		this.member.post(holds, Json.with(body, "minutes", 60)).blames("minutes");
		admin.post(holds, body).blames("memberId");
		admin.post(holds, Json.with(body, "memberId", UUID.randomUUID().toString())).problem(404, "not-found");
		this.member.delete(holds + "/17").problem(400, "invalid-request");
		this.member.delete(holds + "/" + UUID.randomUUID()).problem(404, "not-found");
		this.member.confirms("17").blames("holdId");
		this.member.confirms(UUID.randomUUID().toString()).problem(404, "not-found");
		assertThat(this.doctor.freeOn(this.monday)).contains("09:00");
	}

	@Test
	void aHoldSaysWhenAndWithWhomItself() {
		String hold = this.member.hasHeld(this.doctor, this.nine);

		this.member.post("/api/appointments", Json.body("holdId", hold, "start", this.nine))
			.problem(400, "invalid-request");
		this.member.post("/api/appointments", Json.body("holdId", hold, "doctorId", this.doctor.id()))
			.problem(400, "invalid-request");
		this.member.confirms(hold).is(201);
	}

	@Test
	void itIsForMembersAndTheFrontDesk() {
		String hold = this.member.hasHeld(this.doctor, this.nine);
		Object body = Json.body("doctorId", this.doctor.id(), "start", this.nine.plusMinutes(30), "memberId",
				this.member.id());

		this.doctor.post("/api/appointments/holds", body).problem(403, "forbidden");
		this.clinic.auditor().post("/api/appointments/holds", body).problem(403, "forbidden");
		this.clinic.anyone().post("/api/appointments/holds", body).problem(401, "unauthenticated");
		this.doctor.delete("/api/appointments/holds/" + hold).problem(403, "forbidden");
		this.clinic.auditor().delete("/api/appointments/holds/" + hold).problem(403, "forbidden");
		this.clinic.anyone().delete("/api/appointments/holds/" + hold).problem(401, "unauthenticated");
		Answer refused = this.another.post("/api/appointments/holds", body);
		assertThat(refused.status()).as(refused::toString).isIn(400, 403);
		assertThat(this.doctor.freeOn(this.monday)).contains("09:30");
		this.member.confirms(hold).is(201);
	}

	@Test
	void itIsNoAppointmentYet() {
		this.member.hasHeld(this.doctor, this.nine);

		assertThat(this.member.get("/api/appointments").is(200).items()).isEmpty();
		assertThat(this.doctor.get("/api/appointments").is(200).items()).isEmpty();
		this.doctor.sets(Json.body("dayOfWeek", MONDAY, "windows", List.of(), "slotMinutes", 30)).is(200);
	}

	private Doctor doctor() {
		return this.clinic.doctor("America/New_York").opens(MONDAY, "09:00", "12:00", 30);
	}

	private String tag() {
		return this.doctor.availability(this.monday, this.monday).header("ETag");
	}

}
