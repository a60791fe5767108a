package clinic.daybook.http;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Person;
import clinic.daybook.testing.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** How soon, how far, how often and how late, as each doctor wants it. */
class PolicyTest {

	private static final List<String> FIELDS = List.of("minNoticeMinutes", "horizonDays", "bufferMinutes",
			"maxPerMemberPerDay", "cancelCutoffMinutes");

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor(this.clinic.whereItIsDay()).opensEveryDay("09:00", "12:00", 30);

	private final LocalDate today = this.doctor.today();

	private final LocalDate day = this.today.plusDays(5);

	private final OffsetDateTime nine = this.doctor.at(this.day, "09:00");

	private final Member member = this.clinic.member();

	private final Staff admin = this.clinic.admin();

	@Test
	void whatIsSetIsAnsweredAndShownToAnybody() {
		Map<String, @Nullable Object> policy = policy(120, 30, 10, 2, 1440);

		Answer answer = sets(policy).is(200);

		for (String field : FIELDS) {
			assertThat(answer.node(field).numberValue()).as(field).isEqualTo(policy.get(field));
		}
		JsonNode shown = shown();
		assertThat(shown.propertyNames()).containsExactlyInAnyOrderElementsOf(FIELDS);
		for (String field : FIELDS) {
			assertThat(shown.get(field).numberValue()).as(field).isEqualTo(policy.get(field));
		}
	}

	@Test
	void whatIsLeftOutIsTheDefault() {
		sets(policy(120, 30, 10, 2, 1440)).is(200);

		sets(Json.body("bufferMinutes", 5)).is(200);

		assertThat(shown().toString()).isEqualTo(asShown(0, 365, 5, 10, 0));
		sets(Json.body()).is(200);
		assertThat(shown().toString()).isEqualTo(asShown(0, 365, 0, 10, 0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "minNoticeMinutes", "horizonDays", "bufferMinutes", "maxPerMemberPerDay",
			"cancelCutoffMinutes" })
	void aRuleIsAWholeNumberAndNeverLessThanNothing(String field) {
		for (Object wrong : List.of(-1, 1.5, "3", true, 3_000_000_000L, List.of(1))) {
			sets(Json.with(policy(0, 365, 0, 10, 0), field, wrong)).blames(field);
		}
		assertThat(shown().toString()).isEqualTo(asShown(0, 365, 0, 10, 0));
	}

	@Test
	void aHorizonAndADailyLimitAreOneAtLeast() {
		sets(policy(0, 0, 0, 1, 0)).blames("horizonDays");
		sets(policy(0, 1, 0, 0, 0)).blames("maxPerMemberPerDay");
		sets(policy(0, 1, 0, 1, 0)).is(200);
	}

	@Test
	void fieldsNobodyKnowsAreNamed() {
		sets(Json.with(policy(0, 365, 0, 10, 0), "maxPerMemberPerWeek", 1)).blames("maxPerMemberPerWeek");
		sets(Json.with(policy(0, 365, 0, 10, 0), "doctorId", this.doctor.id())).blames("doctorId");
		sets("[]").problem(400, "invalid-request");
	}

	@Test
	void itIsTheDoctorsOwn() {
		Object policy = policy(0, 365, 0, 1, 0);

		for (Person person : List.of(this.clinic.doctor(), this.member, this.clinic.auditor())) {
			person.put(path(), policy).problem(403, "forbidden");
		}
		this.clinic.anyone().put(path(), policy).problem(401, "unauthenticated");
		assertThat(shown().get("maxPerMemberPerDay").intValue()).isEqualTo(10);
		for (Staff staff : List.of(this.admin, this.clinic.reception())) {
			staff.put(path(), policy).is(200);
			staff.put("/api/availability/" + UUID.randomUUID() + "/policy", policy).problem(404, "not-found");
			staff.put("/api/availability/17/policy", policy).problem(400, "invalid-request");
		}
		assertThat(shown().get("maxPerMemberPerDay").intValue()).isEqualTo(1);
	}

	@Test
	void whoeverComesWithoutNoticeIsTooSoon() {
		this.doctor.hasRules("minNoticeMinutes", 6 * 1440);

		assertThat(this.doctor.freeOn(this.day)).isEmpty();
		assertThat(this.doctor.freeOn(this.day.plusDays(2))).hasSize(6);
		assertThat(this.member.books(this.doctor, this.nine).problem(409, "too-soon").nextFreeStarts()).hasSize(3)
			.allSatisfy((start) -> assertThat(OffsetDateTime.parse(start))
				.isAfter(this.doctor.at(this.day.plusDays(1), "00:00")));
		this.member.books(this.doctor, this.nine.plusDays(2)).is(201);
		this.admin.books(this.member, this.doctor, this.nine).is(201);
		this.clinic.reception().books(this.member, this.doctor, this.nine.plusHours(1)).is(201);
	}

	@Test
	void whoeverIsBeyondTheHorizonIsTooFar() {
		this.doctor.hasRules("horizonDays", 5);

		assertThat(this.doctor.freeOn(this.day)).hasSize(6);
		assertThat(this.doctor.freeOn(this.day.plusDays(1))).isEmpty();
		this.member.books(this.doctor, this.nine.plusDays(1)).problem(409, "too-far");
		this.member.books(this.doctor, this.nine.plusHours(2)).is(201);
		this.admin.books(this.member, this.doctor, this.nine.plusDays(1)).is(201);
		this.clinic.reception().books(this.member, this.doctor, this.nine.plusDays(2)).is(201);
	}

	@Test
	void aYearAheadIsFarEnoughUnlessSaidOtherwise() {
		this.member.books(this.doctor, this.doctor.at(this.today.plusDays(366), "09:00")).problem(409, "too-far");
		this.member.books(this.doctor, this.doctor.at(this.today.plusDays(365), "09:00")).is(201);
		this.doctor.hasRules("horizonDays", 400);
		this.member.books(this.doctor, this.doctor.at(this.today.plusDays(366), "09:00")).is(201);
	}

	@Test
	void afterEachAppointmentTheDoctorHasABreak() {
		this.doctor.hasRules("bufferMinutes", 31);
		this.member.hasBooked(this.doctor, this.nine);

		assertThat(this.doctor.freeOn(this.day)).containsExactly("10:30", "11:00", "11:30");
		Member another = this.clinic.member();
		another.books(this.doctor, this.nine.plusMinutes(30)).problem(409, "slot-taken");
		this.admin.books(another, this.doctor, this.nine.plusMinutes(60)).problem(409, "slot-taken");
		another.books(this.doctor, this.nine.plusMinutes(90)).is(201);
	}

	@Test
	void aBreakEndsWhenTheNextMayBegin() {
		this.doctor.hasRules("bufferMinutes", 30);
		String id = this.member.hasBooked(this.doctor, this.nine);

		assertThat(this.doctor.freeOn(this.day)).startsWith("10:00");
		this.clinic.member().books(this.doctor, this.nine.plusMinutes(60)).is(201);
		this.member.cancels(id).is(200);
		assertThat(this.doctor.freeOn(this.day)).as("no appointment, no break").contains("09:00");
	}

	@Test
	void aMemberComesOnlySoOftenADay() {
		this.doctor.hasRules("maxPerMemberPerDay", 1);
		String id = this.member.hasBooked(this.doctor, this.nine);

		this.member.books(this.doctor, this.nine.plusMinutes(60)).problem(409, "limit-reached");

		assertThat(this.doctor.freeOn(this.day)).as("to others it is free").contains("10:00");
		this.clinic.member().books(this.doctor, this.nine.plusMinutes(60)).is(201);
		this.member.books(this.doctor, this.nine.plusDays(1)).is(201);
		Doctor another = this.clinic.doctor(this.doctor.zone().getId()).opensEveryDay("09:00", "12:00", 30);
		this.member.books(another, this.nine.plusMinutes(30)).is(201);
		this.member.cancels(id).is(200);
		this.member.books(this.doctor, this.nine.plusMinutes(90)).is(201);
	}

	@Test
	void theFrontDeskIsNotBoundByTheDailyLimit() {
		this.doctor.hasRules("maxPerMemberPerDay", 1);
		this.admin.books(this.member, this.doctor, this.nine).is(201);

		this.admin.books(this.member, this.doctor, this.nine.plusMinutes(30)).is(201);
		this.clinic.reception().books(this.member, this.doctor, this.nine.plusMinutes(60)).is(201);
		this.member.books(this.doctor, this.nine.plusMinutes(90)).problem(409, "limit-reached");
	}

	@Test
	void itIsTooLateToCancelForAMemberOnly() {
		this.doctor.hasRules("cancelCutoffMinutes", 6 * 1440);
		String first = this.member.hasBooked(this.doctor, this.nine);
		String second = this.member.hasBooked(this.doctor, this.nine.plusMinutes(30));
		String third = this.member.hasBooked(this.doctor, this.nine.plusMinutes(60));
		String later = this.member.hasBooked(this.doctor, this.nine.plusDays(2));

		this.member.cancels(first).problem(409, "too-late");
		assertThat(this.member.reads(first).text("status")).isEqualTo("BOOKED");
		this.member.cancels(later).is(200);
		this.doctor.cancels(first).is(200);
		this.admin.cancels(second).is(200);
		this.clinic.reception().cancels(third).is(200);
	}

	/** On a server whose clock nobody else looks at. */
	@Test
	void noticeAndCutOffEndToTheInstant() {
		try (Daybook daybook = Daybook.alone()) {
			Clinic own = daybook.clinic();
			Doctor strict = own.doctor("UTC").opensEveryDay("09:00", "12:00", 30);
			OffsetDateTime start = strict.at(strict.today().plusDays(2), "09:00");
			strict.hasRules("minNoticeMinutes", 120, "cancelCutoffMinutes", 60);
			Member patient = own.member();
			Duration moment = Duration.ofSeconds(40);

			own.itIs(start.minusMinutes(120).minus(moment));
			String early = patient.again().hasBooked(strict, start);
			String late = own.member().hasBooked(strict, start.plusMinutes(30));

			own.itIs(start.plusMinutes(30).minusMinutes(120));
			assertThat(strict.freeOn(start.toLocalDate())).startsWith("10:00");
			own.admin().cancels(late).is(200);
			patient.again().books(strict, start.plusMinutes(30)).problem(409, "too-soon");
			own.admin().books(own.member(), strict, start.plusMinutes(30)).is(201);

			String last = patient.again().hasBooked(strict, start.plusMinutes(60));
			own.itIs(start);
			patient.again().cancels(last).problem(409, "too-late");
			patient.again().cancels(early).problem(409, "too-late");
			String next = patient.again().hasBooked(strict, start.plusMinutes(150));
			own.itIs(start.plusMinutes(150).minusMinutes(60).minus(moment));
			patient.again().cancels(next).is(200);
		}
	}

	private String path() {
		return "/api/availability/" + this.doctor.id() + "/policy";
	}

	private Answer sets(Object policy) {
		return this.doctor.put(path(), policy);
	}

	private JsonNode shown() {
		return this.doctor.availability(this.day, this.day).node("policy");
	}

	private static Map<String, @Nullable Object> policy(int notice, int horizon, int buffer, int daily, int cutoff) {
		return Json.body("minNoticeMinutes", notice, "horizonDays", horizon, "bufferMinutes", buffer,
				"maxPerMemberPerDay", daily, "cancelCutoffMinutes", cutoff);
	}

	private static String asShown(int notice, int horizon, int buffer, int daily, int cutoff) {
		return ("{\"minNoticeMinutes\":%d,\"horizonDays\":%d,\"bufferMinutes\":%d,\"maxPerMemberPerDay\":%d,"
				+ "\"cancelCutoffMinutes\":%d}")
			.formatted(notice, horizon, buffer, daily, cutoff);
	}

}
