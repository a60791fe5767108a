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
import clinic.daybook.testing.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** An appointment moves to another hour, another day or another doctor. */
class ReschedulingTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor("America/New_York")
		.opens(MONDAY, "09:00", "12:00", 30)
		.opens(TUESDAY, "09:00", "12:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	private final OffsetDateTime nine = this.doctor.at(this.monday, "09:00");

	private final OffsetDateTime ten = this.doctor.at(this.monday, "10:00");

	private final Member member = this.clinic.member();

	private final String secret = "A mole that itches " + UUID.randomUUID();

	private final Answer booked = this.member
		.post("/api/appointments", Json.body("doctorId", this.doctor.id(), "start", this.nine, "reason", this.secret))
		.is(201);

	private final String id = this.booked.text("appointmentId");

	@Test
	void itStaysTheSameAppointmentAtAnotherTime() {
		Answer moved = this.member.moves(this.id, this.ten).is(200);

		assertThat(moved.json().propertyNames())
			.containsExactlyInAnyOrderElementsOf(this.booked.json().propertyNames());
		assertThat(moved.text("appointmentId")).isEqualTo(this.id);
		assertThat(moved.text("start")).isEqualTo(this.monday + "T10:00:00" + this.ten.getOffset());
		assertThat(moved.text("end")).isEqualTo(this.monday + "T10:30:00" + this.ten.getOffset());
		assertThat(moved.text("status")).isEqualTo("BOOKED");
		assertThat(moved.text("doctorId")).isEqualTo(this.doctor.id());
		assertThat(moved.text("memberId")).isEqualTo(this.member.id());
		assertThat(moved.text("reason")).isEqualTo(this.secret);
		assertThat(moved.node("cancellation").isNull()).isTrue();
		assertThat(moved.text("bookedAt")).isEqualTo(this.booked.text("bookedAt"));
		assertThat(moved.node("version").intValue()).isEqualTo(2);
		assertThat(moved.header("ETag")).isEqualTo("\"2\"");
		assertThat(moved.headerOrNull("Location")).isNull();
		assertThat(moved.header("Consistency-Token")).isNotBlank();
		assertThat(this.member.reads(this.id).is(200).json()).isEqualTo(moved.json());
	}

	@Test
	void theOldSlotIsFreeAtOnceAndTheNewOneTaken() {
		this.member.moves(this.id, this.ten).is(200);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "09:30", "10:30", "11:00", "11:30");
		this.clinic.member().books(this.doctor, this.ten).problem(409, "slot-taken");
		this.clinic.member().books(this.doctor, this.nine).is(201);
	}

	@Test
	void itMovesToAnotherDay() {
		LocalDate tuesday = this.monday.plusDays(1);

		this.member.moves(this.id, this.nine.plusDays(1)).is(200);

		assertThat(this.doctor.freeOn(this.monday)).hasSize(6);
		assertThat(this.doctor.freeOn(tuesday)).hasSize(5);
	}

	@Test
	void itMovesToAnotherDoctor() {
		Doctor other = another("America/New_York");

		Answer moved = this.member.moves(this.id, other, this.ten).is(200);

		assertThat(moved.text("appointmentId")).isEqualTo(this.id);
		assertThat(moved.text("doctorId")).isEqualTo(other.id());
		assertThat(moved.text("doctorName")).isEqualTo(other.fullName());
		assertThat(moved.text("start")).isEqualTo(this.monday + "T10:00:00" + this.ten.getOffset());
		assertThat(moved.text("reason")).isEqualTo(this.secret);
		assertThat(moved.node("version").intValue()).isEqualTo(2);
		assertThat(moved.header("ETag")).isEqualTo("\"2\"");
		assertThat(this.doctor.freeOn(this.monday)).hasSize(6);
		assertThat(other.freeOn(this.monday)).hasSize(5).doesNotContain("10:00");
		this.clinic.member().books(this.doctor, this.nine).is(201);
		this.clinic.member().books(other, this.ten).problem(409, "slot-taken");
	}

	@Test
	void itMovesToAnotherDoctorAtTheSameTime() {
		Doctor other = another("America/New_York");

		this.member.moves(this.id, other, this.nine).is(200);

		assertThat(other.freeOn(this.monday)).doesNotContain("09:00");
		assertThat(this.doctor.freeOn(this.monday)).contains("09:00");
		this.member.books(this.doctor, this.nine).problem(409, "member-busy");
	}

	@Test
	void inAnotherZoneItIsToldInTheTimeOfThatZone() {
		Doctor other = this.clinic.doctor("Asia/Kathmandu").opensEveryDay("00:00", "00:00", 45);
		OffsetDateTime there = other.at(this.monday, "09:00");

		Answer moved = this.member.moves(this.id, other, there.toInstant()).is(200);

		assertThat(moved.text("timeZone")).isEqualTo("Asia/Kathmandu");
		assertThat(moved.text("start")).isEqualTo(this.monday + "T09:00:00+05:45");
		assertThat(moved.text("end")).isEqualTo(this.monday + "T09:45:00+05:45");
		assertThat(moved.text("bookedAt")).endsWith("+05:45");
		assertThat(OffsetDateTime.parse(moved.text("bookedAt")))
			.isEqualTo(OffsetDateTime.parse(this.booked.text("bookedAt")));
		assertThat(this.member.reads(this.id).is(200).json()).isEqualTo(moved.json());
	}

	@Test
	void thereAndBackAgain() {
		Doctor other = another("America/New_York");

		this.member.moves(this.id, other, this.nine).is(200);
		Answer back = this.member.moves(this.id, this.doctor, this.nine).is(200);

		assertThat(back.node("version").intValue()).isEqualTo(3);
		assertThat(other.freeOn(this.monday)).hasSize(6);
		assertThat(this.doctor.freeOn(this.monday)).hasSize(5);
		assertThat(back.text("doctorName")).isEqualTo(this.doctor.fullName());
	}

	@Test
	void eachListHasItWhereItIsNow() {
		Doctor other = another("America/New_York");
		String second = this.member.hasBooked(this.doctor, this.ten);

		this.member.moves(this.id, other, this.nine.plusMinutes(90)).is(200);

		assertThat(listed(this.member, "")).containsExactly(second, this.id);
		assertThat(listed(this.doctor, "")).containsExactly(second);
		assertThat(listed(other, "")).containsExactly(this.id);
		assertThat(listed(this.clinic.admin(), "?doctorId=" + other.id())).containsExactly(this.id);
		assertThat(listed(this.clinic.reception(), "?memberId=" + this.member.id())).containsExactly(second, this.id);
		assertThat(listed(this.member, between(this.nine.plusMinutes(90), this.nine.plusMinutes(91))))
			.containsExactly(this.id);
		assertThat(listed(this.member, between(this.nine, this.nine.plusMinutes(1)))).isEmpty();
		JsonNode item = this.member.get("/api/appointments?doctorId=" + other.id()).items().get(0);
		assertThat(item.get("doctorName").stringValue()).isEqualTo(other.fullName());
		assertThat(item.get("version").intValue()).isEqualTo(2);
		assertThat(item.get("reason").isNull()).isTrue();
	}

	@Test
	void itIsTheNewDoctorsAndNoLongerTheOldOnes() {
		Doctor other = another("America/New_York");
		other.reads(this.id).problem(404, "not-found");

		this.member.moves(this.id, other, this.ten).is(200);

		assertThat(other.reads(this.id).is(200).text("reason")).isEqualTo(this.secret);
		this.doctor.reads(this.id).problem(404, "not-found");
		this.doctor.cancels(this.id).problem(404, "not-found");
		this.doctor.moves(this.id, this.nine).problem(404, "not-found");
		other.cancels(this.id).is(200);
	}

	@Test
	void itsVersionGoesAlong() {
		Doctor other = another("America/New_York");
		this.member.moves(this.id, other, this.ten).is(200);
		String path = "/api/appointments/" + this.id;

		this.member.as().with("If-None-Match", "\"2\"").get(path).is(304);
		this.member.as().with("If-Match", "\"1\"").post(path + "/cancel", "{}").problem(412, "precondition-failed");
		Answer cancelled = this.member.as().with("If-Match", "\"2\"").post(path + "/cancel", "{}").is(200);
		assertThat(cancelled.node("version").intValue()).isEqualTo(3);
		assertThat(cancelled.text("doctorId")).isEqualTo(other.id());
		assertThat(other.freeOn(this.monday)).contains("10:00");
	}

	@Test
	void whoeverMeansAnEarlierVersionIsStopped() {
		this.member.moves(this.id, this.ten).is(200);
		String path = "/api/appointments/" + this.id + "/reschedule";
		Object back = Json.body("start", this.nine);

		for (String tag : List.of("\"1\"", "\"7\"", "W/\"2\"", "2")) {
			this.member.as().with("If-Match", tag).post(path, back).problem(412, "precondition-failed");
		}
		assertThat(this.doctor.freeOn(this.monday)).contains("09:00").doesNotContain("10:00");
		this.member.as().with("If-Match", "\"2\"").post(path, back).is(200);
	}

	@Test
	void aStaleVersionComesBeforeTheState() {
		this.member.cancels(this.id).is(200);
		String path = "/api/appointments/" + this.id + "/reschedule";

		this.member.as()
			.with("If-Match", "\"1\"")
			.post(path, Json.body("start", this.ten))
			.problem(412, "precondition-failed");
		this.member.as().with("If-Match", "\"2\"").post(path, Json.body("start", this.ten)).problem(409, "wrong-state");
	}

	@Test
	void itsOwnOldSlotDoesNotStandInTheWay() {
		this.doctor.opens(MONDAY, "09:00", "12:00", 15);

		Answer moved = this.member.moves(this.id, this.nine.plusMinutes(15)).is(200);

		assertThat(moved.text("end")).isEqualTo(this.monday + "T09:30:00" + this.nine.getOffset());
		assertThat(this.doctor.freeOn(this.monday)).contains("09:00", "09:30").doesNotContain("09:15");
	}

	@Test
	void norDoesItsBreak() {
		this.doctor.hasRules("bufferMinutes", 30);

		this.member.moves(this.id, this.nine.plusMinutes(30)).is(200);

		assertThat(this.doctor.freeOn(this.monday)).doesNotContain("09:30", "10:00").contains("10:30");
	}

	@Test
	void itsOwnDayDoesNotCountAgainstIt() {
		this.doctor.hasRules("maxPerMemberPerDay", 1);

		this.member.moves(this.id, this.ten).is(200);
		this.member.books(this.doctor, this.nine).problem(409, "limit-reached");
		this.member.moves(this.id, this.nine.plusDays(1)).is(200);
		this.member.books(this.doctor, this.nine).is(201);
	}

	@Test
	void butOthersOfTheNewDayDo() {
		this.doctor.hasRules("maxPerMemberPerDay", 1);
		this.member.hasBooked(this.doctor, this.nine.plusDays(1));

		this.member.moves(this.id, this.ten.plusDays(1)).problem(409, "limit-reached");

		staysWhereItWas();
	}

	@Test
	void whatIsTakenIsRefusedAndOthersOffered() {
		this.clinic.member().hasBooked(this.doctor, this.ten);

		List<String> next = this.member.moves(this.id, this.ten).problem(409, "slot-taken").nextFreeStarts();

		assertThat(next).startsWith(this.monday + "T10:30:00" + this.ten.getOffset());
		staysWhereItWas();
		this.member.moves(this.id, OffsetDateTime.parse(next.get(0))).is(200);
	}

	@Test
	void whatIsRefusedWithAnotherDoctorLeavesBothAsTheyWere() {
		Doctor other = another("America/New_York");
		this.clinic.member().hasBooked(other, this.ten);

		Answer refused = this.member.moves(this.id, other, this.ten).problem(409, "slot-taken").answer();

		assertThat(refused.node("nextFreeSlots").size()).isEqualTo(3);
		assertThat(refused.node("nextFreeSlots").values())
			.allSatisfy((slot) -> assertThat(slot.get("doctorId").stringValue()).isEqualTo(other.id()));
		assertThat(other.freeOn(this.monday)).hasSize(5);
		staysWhereItWas();
	}

	@Test
	void itGoesNowhereElse() {
		this.doctor.isOff(this.ten, this.ten.plusMinutes(30));

		this.member.moves(this.id, this.nine.minusWeeks(2)).problem(409, "too-soon");
		this.member.moves(this.id, this.nine.plusWeeks(60)).problem(409, "too-far");
		this.member.moves(this.id, this.nine.plusDays(2)).problem(409, "outside-working-hours");
		this.member.moves(this.id, this.ten).problem(409, "on-time-off");
		this.member.moves(this.id, this.nine.plusMinutes(1)).problem(422, "not-on-grid");
		assertThat(this.member.reads(this.id).node("version").intValue()).isEqualTo(1);
		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:30", "10:30", "11:00", "11:30");
	}

	@Test
	void whatAnotherHoldsIsRefused() {
		Member another = this.clinic.member();
		String hold = another.hasHeld(this.doctor, this.ten);

		this.member.moves(this.id, this.ten).problem(409, "slot-held");

		staysWhereItWas();
		another.confirms(hold).is(201);
	}

	@Test
	void whoeverIsWithAnotherDoctorThenIsBusy() {
		Doctor other = another("America/New_York");
		this.member.hasBooked(other, this.ten);

		Answer busy = this.member.moves(this.id, this.ten).problem(409, "member-busy").answer();

		assertThat(busy.text("detail")).doesNotContain(other.fullName()).doesNotContain("10");
		assertThat(busy.body()).doesNotContain(other.id());
		staysWhereItWas();
	}

	@Test
	void onlyWhatIsBookedMoves() {
		this.member.cancels(this.id).is(200);

		this.member.moves(this.id, this.ten).problem(409, "wrong-state");
		this.clinic.admin().moves(this.id, this.ten).problem(409, "wrong-state");
		assertThat(this.doctor.freeOn(this.monday)).hasSize(6);
	}

	@Test
	void whoeverIsThereAlreadyIsNotMoved() {
		Doctor today = this.clinic.doctor(this.clinic.whereItIsDay()).opensEveryDay("00:00", "00:00", 5);
		OffsetDateTime soon = this.clinic.now().atZone(today.zone()).toOffsetDateTime().truncatedTo(ChronoUnit.HOURS);
		String appointment = this.member.hasBooked(today, soon.plusHours(2));
		today.post("/api/appointments/" + appointment + "/check-in", "").is(200);

		this.member.moves(appointment, soon.plusHours(3)).problem(409, "wrong-state");
		today.moves(appointment, soon.plusHours(3)).problem(409, "wrong-state");
	}

	@Test
	void itIsTooLateForTheMemberOnly() {
		this.doctor.hasRules("cancelCutoffMinutes", 9 * 1440);

		this.member.moves(this.id, this.ten).problem(409, "too-late");

		staysWhereItWas();
		this.doctor.moves(this.id, this.ten).is(200);
		this.clinic.admin().moves(this.id, this.nine).is(200);
		Answer moved = this.clinic.reception().moves(this.id, this.ten).is(200);
		assertThat(moved.node("version").intValue()).isEqualTo(4);
	}

	@Test
	void theCutOffIsThatOfTheDoctorWhomItIsWith() {
		Doctor other = another("America/New_York").hasRules("cancelCutoffMinutes", 9 * 1440);

		this.member.moves(this.id, other, this.ten).is(200);

		this.member.moves(this.id, this.doctor, this.nine).problem(409, "too-late");
	}

	@Test
	void theClinicIsBoundByNeitherNoticeNorHorizonNorLimit() {
		this.doctor.hasRules("horizonDays", 1, "minNoticeMinutes", 1440 * 30, "maxPerMemberPerDay", 1);
		this.clinic.admin().books(this.member, this.doctor, this.nine.plusDays(1)).is(201);

		this.member.moves(this.id, this.ten).problem(409, "too-soon");
		this.doctor.moves(this.id, this.ten.plusDays(1)).is(200);
		this.doctor.moves(this.id, this.nine.plusWeeks(60)).is(200);
		this.clinic.reception().moves(this.id, this.ten).is(200);
		this.clinic.admin().moves(this.id, this.ten.plusDays(1)).is(200);
	}

	@Test
	void butByHoursTimeOffOverlapAndThePast() {
		this.doctor.isOff(this.ten, this.ten.plusMinutes(30));
		this.clinic.member().hasBooked(this.doctor, this.ten.plusMinutes(30));

		for (Person person : List.of(this.doctor, this.clinic.admin(), this.clinic.reception())) {
			person.moves(this.id, this.nine.minusWeeks(2)).problem(409, "too-soon");
			person.moves(this.id, this.nine.plusDays(2)).problem(409, "outside-working-hours");
			person.moves(this.id, this.ten).problem(409, "on-time-off");
			person.moves(this.id, this.nine.plusMinutes(1)).problem(422, "not-on-grid");
			person.moves(this.id, this.ten.plusMinutes(30)).problem(409, "slot-taken");
		}
	}

	@Test
	void theReceptionMovesItWithoutReadingWhy() {
		assertThat(this.clinic.reception().moves(this.id, this.ten).is(200).body()).doesNotContain(this.secret);
		assertThat(this.member.reads(this.id).text("reason")).isEqualTo(this.secret);
	}

	@Test
	void aDoctorHandsItToAnother() {
		Doctor other = another("America/New_York");

		Answer moved = this.doctor.moves(this.id, other, this.nine).is(200);

		assertThat(moved.text("doctorId")).isEqualTo(other.id());
		other.reads(this.id).is(200);
	}

	@Test
	void whatWasKeptOutsideTheHoursMovesInside() {
		this.doctor.sets(Json.body("dayOfWeek", MONDAY, "windows", List.of(Json.window("10:00", "12:00")),
				"slotMinutes", 30, "onConflict", "KEEP"))
			.is(200);
		assertThat(this.member.reads(this.id).node("outsideHours").booleanValue()).isTrue();

		Answer moved = this.member.moves(this.id, this.ten).is(200);

		assertThat(moved.node("outsideHours").booleanValue()).isFalse();
		this.member.moves(this.id, this.nine).problem(409, "outside-working-hours");
	}

	@Test
	void itMovesOnFromWhereItIs() {
		Doctor other = another("America/New_York");
		this.member.moves(this.id, other, this.ten).is(200);

		Answer moved = this.member.moves(this.id, this.nine).is(200);

		assertThat(moved.text("doctorId")).as("with nobody named it stays where it is").isEqualTo(other.id());
	}

	@Test
	void aMovedOneIsCancelledCheckedInAndCountedLikeAnyOther() {
		Doctor other = this.clinic.doctor(this.clinic.whereItIsDay()).opensEveryDay("00:00", "00:00", 5);
		OffsetDateTime soon = this.clinic.now().atZone(other.zone()).toOffsetDateTime().truncatedTo(ChronoUnit.HOURS);
		this.member.moves(this.id, other, soon.plusHours(2)).is(200);

		other.post("/api/appointments/" + this.id + "/check-in", "").is(200);
		Answer seen = other.post("/api/appointments/" + this.id + "/complete", "").is(200);

		assertThat(seen.node("version").intValue()).isEqualTo(4);
		assertThat(seen.text("status")).isEqualTo("COMPLETED");
	}

	@Test
	void othersDoNotMoveIt() {
		this.clinic.member().moves(this.id, this.ten).problem(404, "not-found");
		another("America/New_York").moves(this.id, this.ten).problem(404, "not-found");
		this.clinic.auditor().moves(this.id, this.ten).problem(403, "forbidden");
		this.clinic.anyone()
			.post("/api/appointments/" + this.id + "/reschedule", Json.body("start", this.ten))
			.problem(401, "unauthenticated");
		this.member.moves(UUID.randomUUID().toString(), this.ten).problem(404, "not-found");
		this.member.moves("17", this.ten).problem(400, "invalid-request");
		staysWhereItWas();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2030-12-02T09:00:00", "2030-12-02", "soon", "" })
	void aTimeNeedsAnOffset(String start) {
		this.member.post("/api/appointments/" + this.id + "/reschedule", Json.body("start", start)).blames("start");
	}

	@Test
	void whatIsWrongIsNamed() {
		String path = "/api/appointments/" + this.id + "/reschedule";
		Map<String, @Nullable Object> body = Json.body("start", this.ten);

		this.member.post(path, Json.body()).blames("start");
		this.member.post(path, Json.with(body, "doctorId", "17")).blames("doctorId");
		this.member.post(path, Json.with(body, "doctorId", UUID.randomUUID().toString())).problem(404, "not-found");
		this.member.post(path, Json.with(body, "memberId", this.member.id())).blames("memberId");
		this.member.post(path, Json.with(body, "departmentId", UUID.randomUUID().toString())).blames("departmentId");
		staysWhereItWas();
	}

	private void staysWhereItWas() {
		Answer read = this.member.reads(this.id).is(200);
		assertThat(read.json()).isEqualTo(this.booked.json());
		assertThat(this.doctor.freeOn(this.monday)).doesNotContain("09:00");
	}

	private Doctor another(String zone) {
		return this.clinic.doctor(zone).opens(MONDAY, "09:00", "12:00", 30);
	}

	private static String between(OffsetDateTime from, OffsetDateTime to) {
		return "?status=BOOKED&from=" + from.toInstant() + "&to=" + to.toInstant();
	}

	private static List<String> listed(Person person, String query) {
		return person.get("/api/appointments" + query)
			.is(200)
			.items()
			.stream()
			.map((item) -> item.get("appointmentId").stringValue())
			.toList();
	}

}
