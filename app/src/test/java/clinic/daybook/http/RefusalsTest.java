package clinic.daybook.http;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Department;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every refusal has a code for machines, a sentence for patients and, where another slot
 * would help, three that are free.
 */
class RefusalsTest {

	private static final Daybook ALONE = Daybook.alone();

	/** One or two sentences, as a patient would read them out. */
	private static final Pattern SENTENCES = Pattern
		.compile("[A-Z][^.!?{}\\[\\]_<>]{8,160}[.!]( [A-Z][^.!?_]{3,160}[.!])?");

	/**
	 * What nobody says to a patient: our words, fields, constants, a time with a T in it.
	 */
	private static final Pattern JARGON = Pattern
		.compile("\\b(?i:grid|aggregate|stream|event|state|status|instant|interval|offset|null|uuid|id|ids|etag|header|"
				+ "token|payload|entity|constraint|claim|version|http|json|field)\\b|[a-z]+[A-Z]\\w*|[A-Z]{2,}|\\dT\\d|\\b1 [a-z]+s\\b");

	private static final Pattern AN_ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-");

	private final Clinic clinic = ALONE.clinic();

	private final Doctor doctor = doctor();

	private final LocalDate day = this.doctor.today().plusDays(4);

	private final OffsetDateTime nine = this.doctor.at(this.day, "09:00");

	private final Member member = this.clinic.member();

	private final Member another = this.clinic.member();

	@AfterAll
	static void close() {
		ALONE.close();
	}

	@Test
	void whatIsCancelledIsNotCancelledAgain() {
		String id = this.member.hasBooked(this.doctor, this.nine);
		this.member.cancels(id).is(200);

		understandable(this.member.cancels(id).problem(409, "wrong-state"));
		understandable(this.member.moves(id, this.nine.plusHours(1)).problem(409, "wrong-state"));
		understandable(this.doctor.post("/api/appointments/" + id + "/check-in", "").problem(409, "wrong-state"));
		understandable(this.doctor.post("/api/appointments/" + id + "/complete", "").problem(409, "wrong-state"));
		understandable(this.doctor.post("/api/appointments/" + id + "/no-show", "").problem(409, "wrong-state"));
	}

	@Test
	void whatWasHeldAndBookedIsNotBookedAgain() {
		String hold = this.member.hasHeld(this.doctor, this.nine);
		this.member.confirms(hold).is(201);

		understandable(this.member.confirms(hold).problem(409, "wrong-state"));
	}

	@Test
	void whoeverCancelsOrMovesTheEveningBeforeIsTooLate() {
		this.doctor.hasRules("cancelCutoffMinutes", 5 * 1440);
		String id = this.member.hasBooked(this.doctor, this.nine);

		understandable(this.member.cancels(id).problem(409, "too-late"));
		understandable(this.member.moves(id, this.nine.plusHours(1)).problem(409, "too-late"));
	}

	@Test
	void whoeverAsksForTomorrowIsTooSoonForThisDoctor() {
		this.doctor.hasRules("minNoticeMinutes", 6 * 1440);

		Problem refused = this.member.books(this.doctor, this.nine).problem(409, "too-soon");

		understandable(refused);
		assertThat(offers(refused, this.nine)).hasSize(3);
	}

	@Test
	void whoeverAsksForYesterdayIsTooSoonForAnyDoctor() {
		OffsetDateTime yesterday = this.doctor.at(this.doctor.today().minusDays(1), "09:00");

		Problem refused = this.member.books(this.doctor, yesterday).problem(409, "too-soon");

		understandable(refused);
		assertThat(offers(refused, yesterday)).hasSize(3);
	}

	@Test
	void nobodyIsCheckedInBeforeTheirDayOrMissedBeforeTheirHour() {
		String id = this.member.hasBooked(this.doctor, this.nine);

		understandable(this.doctor.post("/api/appointments/" + id + "/check-in", "").problem(409, "too-soon"));
		understandable(this.doctor.post("/api/appointments/" + id + "/no-show", "").problem(409, "too-soon"));
	}

	@Test
	void whoeverAsksForNextYearIsTooFar() {
		this.doctor.hasRules("horizonDays", 2);

		Problem refused = this.member.books(this.doctor, this.nine).problem(409, "too-far");

		understandable(refused);
		assertThat(offers(refused, this.nine)).as("beyond the horizon nothing is free").isEmpty();
	}

	@Test
	void whoeverAsksForTheEveningIsOutsideTheHours() {
		Problem refused = this.member.books(this.doctor, this.doctor.at(this.day, "20:00"))
			.problem(409, "outside-working-hours");

		understandable(refused);
		assertThat(offers(refused, this.doctor.at(this.day, "20:00"))).hasSize(3)
			.first()
			.isEqualTo(this.doctor.at(this.day.plusDays(1), "09:00"));
	}

	@Test
	void whoeverAsksForAHolidayIsTold() {
		this.doctor.isOff(this.nine, this.nine.plusMinutes(60));

		Problem refused = this.member.books(this.doctor, this.nine).problem(409, "on-time-off");

		understandable(refused);
		assertThat(offers(refused, this.nine)).first().isEqualTo(this.nine.plusMinutes(60));
	}

	@Test
	void whoeverAsksForSevenPastIsTold() {
		Problem refused = this.member.books(this.doctor, this.nine.plusMinutes(7)).problem(422, "not-on-grid");

		understandable(refused);
		assertThat(offers(refused, this.nine.plusMinutes(7))).hasSize(3).first().isEqualTo(this.nine.plusMinutes(30));
	}

	@Test
	void whatSomebodyElseHasBookedIsTaken() {
		this.another.hasBooked(this.doctor, this.nine);
		this.another.hasBooked(this.doctor, this.nine.plusMinutes(60));

		Problem refused = this.member.books(this.doctor, this.nine).problem(409, "slot-taken");

		understandable(refused);
		assertThat(offers(refused, this.nine)).containsExactly(this.nine.plusMinutes(30), this.nine.plusMinutes(90),
				this.nine.plusMinutes(120));
		assertThat(refused.answer().body()).doesNotContain(this.another.id()).doesNotContain(this.another.fullName());
	}

	@Test
	void theDoctorsBreakIsTakenToo() {
		this.doctor.hasRules("bufferMinutes", 15);
		this.another.hasBooked(this.doctor, this.nine);

		Problem refused = this.member.books(this.doctor, this.nine.plusMinutes(30)).problem(409, "slot-taken");

		understandable(refused);
		assertThat(offers(refused, this.nine.plusMinutes(30))).first().isEqualTo(this.nine.plusMinutes(60));
	}

	@Test
	void whatSomebodyElseIsAboutToBookIsHeld() {
		this.another.hasHeld(this.doctor, this.nine);

		for (Answer answer : List.of(this.member.books(this.doctor, this.nine),
				this.member.holds(this.doctor, this.nine))) {
			Problem refused = answer.problem(409, "slot-held");
			understandable(refused);
			assertThat(offers(refused, this.nine)).hasSize(3).first().isEqualTo(this.nine.plusMinutes(30));
			assertThat(refused.answer().body()).doesNotContain(this.another.id());
		}
	}

	@Test
	void nobodyIsWithTwoDoctorsAtOnceAndNobodyLearnsWithWhom() {
		Doctor other = doctor();
		this.member.hasBooked(other, this.nine.plusMinutes(30));

		Problem refused = this.member.books(this.doctor, this.nine.plusMinutes(30)).problem(409, "member-busy");

		understandable(refused);
		namesNeitherDoctorNorTime(refused, other);
		assertThat(offers(refused, this.nine.plusMinutes(30))).hasSize(3).first().isEqualTo(this.nine.plusMinutes(60));
	}

	@Test
	void notEvenWithOneAndAHoldWithTheOther() {
		Doctor other = doctor();
		this.member.hasHeld(other, this.nine);

		Problem booking = this.member.books(this.doctor, this.nine).problem(409, "member-busy");
		Problem holding = this.member.holds(this.doctor, this.nine).problem(409, "member-busy");

		for (Problem refused : List.of(booking, holding)) {
			understandable(refused);
			namesNeitherDoctorNorTime(refused, other);
		}
		assertThat(offers(booking, this.nine)).first().isEqualTo(this.nine.plusMinutes(30));
	}

	@Test
	void theFrontDeskLearnsItNeither() {
		Doctor other = doctor();
		this.member.hasBooked(other, this.nine);

		Problem refused = this.clinic.reception()
			.books(this.member, this.doctor, this.nine)
			.problem(409, "member-busy");

		understandable(refused);
		namesNeitherDoctorNorTime(refused, other);
	}

	@Test
	void whoeverHasTheirAppointmentOfTheDayGetsNoOther() {
		this.doctor.hasRules("maxPerMemberPerDay", 1);
		this.member.hasBooked(this.doctor, this.nine);

		Problem refused = this.member.books(this.doctor, this.nine.plusMinutes(60)).problem(409, "limit-reached");

		understandable(refused);
		assertThat(offers(refused, this.nine.plusMinutes(60))).first()
			.isEqualTo(this.doctor.at(this.day.plusDays(1), "09:00"));
	}

	@Test
	void whoeverHoldsThreeHoldsNoFourth() {
		for (int i = 0; i < 3; i++) {
			this.member.hasHeld(doctor(), this.nine.plusMinutes(30 * i));
		}

		understandable(this.member.holds(this.doctor, this.nine.plusMinutes(120)).problem(409, "limit-reached"));
	}

	@Test
	void whoeverHesitatesForMoreThanFiveMinutesBeginsAgain() {
		Answer held = this.member.holds(this.doctor, this.nine).is(201);
		this.clinic.itIs(OffsetDateTime.parse(held.text("expiresAt")));

		understandable(this.member.confirms(held.text("holdId")).problem(410, "hold-expired"));
	}

	@Test
	void whoeverShortensADayIsToldWhoIsBooked() {
		String id = this.member.hasBooked(this.doctor, this.nine);

		Problem refused = this.doctor.takesOff(Json.body("fromDate", this.day, "toDate", this.day))
			.problem(409, "appointments-affected");

		understandable(refused);
		JsonNode affected = refused.answer().node("affected");
		assertThat(affected.size()).isEqualTo(1);
		assertThat(affected.get(0).propertyNames()).containsExactlyInAnyOrder("appointmentId", "start", "end");
		assertThat(affected.get(0).get("appointmentId").stringValue()).isEqualTo(id);
		assertThat(refused.answer().body()).doesNotContain(this.member.id()).doesNotContain(this.member.fullName());
	}

	@Test
	void whoeverChangesWhatChangedMeanwhileLooksAgain() {
		String id = this.member.hasBooked(this.doctor, this.nine);
		this.doctor.moves(id, this.nine.plusMinutes(60)).is(200);

		understandable(this.member.as()
			.with("If-Match", "\"1\"")
			.post("/api/appointments/" + id + "/cancel", "{}")
			.problem(412, "precondition-failed"));
		assertThat(this.member.reads(id).text("status")).isEqualTo("BOOKED");
	}

	@Test
	void movingIsRefusedWithTheSameWordsAndOffers() {
		String id = this.member.hasBooked(this.doctor, this.nine);
		this.another.hasBooked(this.doctor, this.nine.plusMinutes(60));

		Problem refused = this.member.moves(id, this.nine.plusMinutes(60)).problem(409, "slot-taken");

		understandable(refused);
		List<String> offered = refused.nextFreeStarts();
		assertThat(offered.stream().map(OffsetDateTime::parse)).containsExactly(this.nine.plusMinutes(90),
				this.nine.plusMinutes(120), this.nine.plusMinutes(150));
		for (String start : offered) {
			this.member.moves(id, OffsetDateTime.parse(start)).is(200);
		}
	}

	@Test
	void ofADepartmentItOffersWhatAnyOfItsDoctorsHas() {
		Department department = Department.opened(this.clinic.admin());
		Doctor other = doctor();
		department.takesIn(this.doctor).is(200);
		department.takesIn(other).is(200);
		this.another.hasBooked(this.doctor, this.nine);
		this.clinic.member().hasBooked(other, this.nine);

		Problem refused = department.books(this.member, this.nine).problem(409, "slot-taken");

		understandable(refused);
		assertThat(refused.answer()
			.node("nextFreeSlots")
			.values()
			.stream()
			.map((slot) -> slot.get("doctorId").stringValue())).isSubsetOf(this.doctor.id(), other.id());
		List<String> starts = refused.nextFreeStarts();
		assertThat(starts).hasSize(3);
		assertThat(starts.subList(0, 2).stream().map(OffsetDateTime::parse))
			.allSatisfy((start) -> assertThat(start).isEqualTo(this.nine.plusMinutes(30)));
	}

	@Test
	void whatIsOfferedInsteadIsAsFreeAsItLooks() {
		this.doctor.hasRules("bufferMinutes", 15, "minNoticeMinutes", 60, "horizonDays", 6);
		this.another.hasBooked(this.doctor, this.nine);
		this.another.hasHeld(this.doctor, this.nine.plusMinutes(60));
		this.doctor.isOff(this.nine.plusMinutes(125), this.nine.plusDays(1).plusMinutes(45));
		this.doctor.opensExtra(this.day, "20:00", "20:40", 20);

		Problem refused = this.member.books(this.doctor, this.nine).problem(409, "slot-taken");

		assertThat(offers(refused, this.nine)).hasSize(3);
		assertThat(offers(this.member.books(this.doctor, this.doctor.at(this.day.plusDays(2), "12:00"))
			.problem(409, "outside-working-hours"), this.doctor.at(this.day.plusDays(2), "12:00")))
			.as("the horizon ends the search")
			.isEmpty();
	}

	/**
	 * Ascending, from the asked start on, with the same doctor, and each can be booked.
	 */
	private List<OffsetDateTime> offers(Problem refused, OffsetDateTime asked) {
		List<OffsetDateTime> starts = new ArrayList<>();
		for (JsonNode offer : refused.answer().node("nextFreeSlots").values()) {
			assertThat(offer.propertyNames()).containsExactlyInAnyOrder("doctorId", "start", "end");
			assertThat(offer.get("doctorId").stringValue()).isEqualTo(this.doctor.id());
			starts.add(OffsetDateTime.parse(offer.get("start").stringValue()));
		}
		assertThat(starts).hasSizeLessThanOrEqualTo(3).isSorted().doesNotHaveDuplicates();
		assertThat(starts).allSatisfy((start) -> assertThat(start).isAfterOrEqualTo(asked));
		for (OffsetDateTime start : starts) {
			String id = this.member.hasBooked(this.doctor, start);
			this.member.cancels(id).is(200);
		}
		return starts;
	}

	private static void understandable(Problem refused) {
		String detail = refused.detail();
		assertThat(detail).matches(SENTENCES);
		assertThat(JARGON.matcher(detail).results().map((match) -> match.group())).as(detail).isEmpty();
		assertThat(AN_ID.matcher(detail).find()).as(detail).isFalse();
		assertThat(refused.answer().text("title")).isNotEqualTo(detail);
	}

	private static void namesNeitherDoctorNorTime(Problem refused, Doctor other) {
		assertThat(refused.answer().body()).doesNotContain(other.id())
			.doesNotContain(other.userId())
			.doesNotContain(other.fullName());
		assertThat(refused.detail()).doesNotContainPattern("\\d").doesNotContain("Dr.");
	}

	private Doctor doctor() {
		return this.clinic.doctor(this.clinic.whereItIsDay()).opensEveryDay("09:00", "12:00", 30);
	}

}
