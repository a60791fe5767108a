package clinic.daybook.http;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import clinic.daybook.testing.Staff;
import clinic.daybook.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** Doctors fall ill and go on holiday. */
class TimeOffTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor("America/New_York")
		.opens(MONDAY, "09:00", "12:00", 30)
		.opens(TUESDAY, "09:00", "10:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	private final OffsetDateTime nine = this.doctor.at(this.monday, "09:00");

	private final Member member = this.clinic.member();

	@Test
	void nothingIsOfferedMeanwhile() {
		Answer answer = this.doctor.takesOff(hours("10:00", "11:00")).is(201);

		assertThat(answer.text("start")).isEqualTo(this.monday + "T10:00:00" + this.nine.getOffset());
		assertThat(answer.text("end")).isEqualTo(this.monday + "T11:00:00" + this.nine.getOffset());
		assertThat(answer.header("Location"))
			.endsWith("/api/availability/" + this.doctor.id() + "/time-off/" + answer.text("timeOffId"));
		assertThat(answer.header("Consistency-Token")).isNotBlank();
		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "09:30", "11:00", "11:30");
		assertThat(this.doctor.freeOn(this.monday.plusWeeks(1))).hasSize(6);
		assertThat(this.clinic.anyone()
			.get("/api/slots?doctorId=" + this.doctor.id() + "&from=" + this.monday + "&to=" + this.monday)
			.is(200)
			.items()).hasSize(4);
	}

	@Test
	void nothingIsBookedMeanwhile() {
		this.doctor.isOff(this.nine.plusHours(1), this.nine.plusHours(2));

		assertThat(this.member.books(this.doctor, this.nine.plusHours(1)).problem(409, "on-time-off").nextFreeStarts())
			.startsWith(this.monday + "T11:00:00" + this.nine.getOffset());
		this.member.books(this.doctor, this.nine.plusMinutes(90)).problem(409, "on-time-off");
		this.member.books(this.doctor, this.nine.plusMinutes(30)).is(201);
		this.member.books(this.doctor, this.nine.plusHours(2)).is(201);
	}

	@Test
	void aSlotThatIsPartlyOffIsNone() {
		this.doctor.isOff(this.nine.plusMinutes(40), this.nine.plusMinutes(65));

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "10:30", "11:00", "11:30");
		this.member.books(this.doctor, this.nine.plusMinutes(30)).problem(409, "on-time-off");
		this.member.books(this.doctor, this.nine.plusMinutes(60)).problem(409, "on-time-off");
	}

	@Test
	void theInstantCountsAndNotHowItIsWritten() {
		Answer answer = this.doctor.takesOff(Json.body("start", this.nine.toInstant(), "end",
				this.nine.plusHours(1).withOffsetSameInstant(ZoneOffset.ofHoursMinutes(5, 45))))
			.is(201);

		assertThat(answer.text("start")).isEqualTo(this.monday + "T09:00:00" + this.nine.getOffset());
		assertThat(answer.text("end")).isEqualTo(this.monday + "T10:00:00" + this.nine.getOffset());
	}

	@Test
	void wholeDaysAreOffFromTheFirstToTheLast() {
		LocalDate tuesday = this.monday.plusDays(1);

		Answer answer = this.doctor.takesOff(days(this.monday, tuesday)).is(201);

		assertThat(OffsetDateTime.parse(answer.text("start"))).isEqualTo(this.doctor.at(this.monday, "00:00"));
		assertThat(OffsetDateTime.parse(answer.text("end"))).isEqualTo(this.doctor.at(tuesday.plusDays(1), "00:00"));
		assertThat(this.doctor.freeOn(this.monday)).isEmpty();
		assertThat(this.doctor.freeOn(tuesday)).isEmpty();
		assertThat(this.doctor.freeOn(this.monday.plusWeeks(1))).hasSize(6);
		this.member.books(this.doctor, this.nine).problem(409, "on-time-off");
	}

	@Test
	void oneDayIsADayToo() {
		this.doctor.takesOff(days(this.monday, this.monday)).is(201);

		assertThat(this.doctor.freeOn(this.monday)).isEmpty();
		assertThat(this.doctor.freeOn(this.monday.plusDays(1))).hasSize(2);
	}

	@Test
	void whoIsBackEarlierIsBookedAgain() {
		String id = this.doctor.isOff(this.nine, this.nine.plusHours(1));

		this.doctor.delete(path("/" + id)).is(204);

		assertThat(this.doctor.freeOn(this.monday)).hasSize(6);
		this.member.books(this.doctor, this.nine).is(201);
		this.doctor.delete(path("/" + id)).problem(404, "not-found");
		assertThat(listed(this.doctor, "")).isEmpty();
	}

	@Test
	void ofTwoTimesOffOneRemains() {
		String first = this.doctor.isOff(this.nine, this.nine.plusHours(2));
		this.doctor.isOff(this.nine.plusHours(1), this.nine.plusHours(3));

		this.doctor.delete(path("/" + first)).is(204);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "09:30");
	}

	@Test
	void theDoctorAndAnAdminSeeWhyAndTheReceptionDoesNot() {
		String why = "An operation of my own " + UUID.randomUUID();
		this.doctor.takesOff(Json.with(hours("10:00", "11:00"), "reason", why)).is(201);

		for (Person person : List.of(this.doctor, this.clinic.admin())) {
			assertThat(listed(person, "")).singleElement()
				.satisfies((item) -> assertThat(item.get("reason").stringValue()).isEqualTo(why));
		}
		assertThat(listed(this.clinic.reception(), "")).singleElement()
			.satisfies((item) -> assertThat(item.get("reason").isNull()).isTrue());
		assertThat(this.doctor.availability(this.monday, this.monday).body()).doesNotContain(why);
		assertThat(this.member.books(this.doctor, this.nine.plusHours(1)).body()).doesNotContain(why);
	}

	@Test
	void theReceptionWritesWhyAndDoesNotReadIt() {
		String why = "Called in ill " + UUID.randomUUID();

		Answer answer = this.clinic.reception()
			.post(path(""), Json.with(hours("10:00", "11:00"), "reason", why))
			.is(201);

		assertThat(answer.body()).doesNotContain(why);
		assertThat(listed(this.doctor, "")).singleElement()
			.satisfies((item) -> assertThat(item.get("reason").stringValue()).isEqualTo(why));
	}

	@Test
	void whoeverGivesNoReasonHasNone() {
		this.doctor.isOff(this.nine, this.nine.plusHours(1));

		JsonNode item = listed(this.doctor, "").get(0);
		assertThat(item.get("reason").isNull()).isTrue();
		assertThat(item.get("start").stringValue()).isEqualTo(this.monday + "T09:00:00" + this.nine.getOffset());
		assertThat(item.get("end").stringValue()).isEqualTo(this.monday + "T10:00:00" + this.nine.getOffset());
	}

	@Test
	void theListHasWhatFallsIntoItsDates() {
		String first = this.doctor.takesOff(days(this.monday, this.monday.plusDays(1))).is(201).text("timeOffId");
		String second = this.doctor.takesOff(days(this.monday.plusDays(7), this.monday.plusDays(7)))
			.is(201)
			.text("timeOffId");

		assertThat(ids("")).containsExactly(first, second);
		assertThat(ids(between(this.monday, this.monday.plusDays(7)))).containsExactly(first, second);
		assertThat(ids(between(this.monday.plusDays(1), this.monday.plusDays(1)))).containsExactly(first);
		assertThat(ids(between(this.monday.plusDays(2), this.monday.plusDays(6)))).isEmpty();
		assertThat(ids(between(this.monday.minusDays(1), this.monday.minusDays(1)))).isEmpty();
		assertThat(ids("?from=" + this.monday.plusDays(2))).containsExactly(second);
		assertThat(ids("?to=" + this.monday.plusDays(6))).containsExactly(first);
		assertThat(this.doctor.get(path("?limit=1")).is(200).items()).hasSize(1);
		assertThat(this.doctor.readsAll(path("?limit=1")).stream().map((item) -> item.get("timeOffId").stringValue()))
			.containsExactly(first, second);
	}

	@ParameterizedTest
	@CsvSource({ "from=soon,from", "to=2026-02-30,to", "from=2031-01-02&to=2031-01-01,to", "until=2031-01-01,until",
			"limit=0,limit", "after=abc,after" })
	void whatIsWrongInAQueryIsNamed(String query, String parameter) {
		this.doctor.get(path("?" + query)).blames(parameter);
	}

	@Test
	void whoIsBookedStandsInTheWayAndNothingIsChanged() {
		String early = this.member.hasBooked(this.doctor, this.nine);
		this.clinic.member().hasBooked(this.doctor, this.nine.plusHours(2));

		for (Map<String, @Nullable Object> body : List.of(hours("09:15", "10:00"), days(this.monday, this.monday),
				Json.with(hours("09:15", "10:00"), "onConflict", "REFUSE"))) {
			Answer refused = this.doctor.takesOff(body).problem(409, "appointments-affected").answer();
			JsonNode affected = refused.node("affected").get(0);
			assertThat(affected.propertyNames()).containsExactlyInAnyOrder("appointmentId", "start", "end");
			assertThat(affected.get("appointmentId").stringValue()).isEqualTo(early);
			assertThat(affected.get("start").stringValue())
				.isEqualTo(this.monday + "T09:00:00" + this.nine.getOffset());
			assertThat(refused.node("affected").size()).isEqualTo(body.containsKey("fromDate") ? 2 : 1);
		}
		assertThat(ids("")).isEmpty();
		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:30", "10:00", "10:30", "11:30");
		assertThat(this.member.reads(early).node("outsideHours").booleanValue()).isFalse();
	}

	@Test
	void keptAppointmentsAreMarkedUntilTheDoctorIsBack() {
		String kept = this.member.hasBooked(this.doctor, this.nine);
		String other = this.member.hasBooked(this.doctor, this.nine.plusHours(2));

		String id = this.doctor.takesOff(Json.with(hours("09:15", "10:00"), "onConflict", "KEEP"))
			.is(201)
			.text("timeOffId");

		Answer marked = this.member.reads(kept).is(200);
		assertThat(marked.text("status")).isEqualTo("BOOKED");
		assertThat(marked.node("outsideHours").booleanValue()).isTrue();
		assertThat(marked.text("start")).isEqualTo(this.monday + "T09:00:00" + this.nine.getOffset());
		assertThat(marked.text("end")).isEqualTo(this.monday + "T09:30:00" + this.nine.getOffset());
		assertThat(this.member.reads(other).node("outsideHours").booleanValue()).isFalse();
		assertThat(this.doctor.get("/api/appointments").items().get(0).get("outsideHours").booleanValue()).isTrue();

		this.doctor.delete(path("/" + id)).is(204);

		assertThat(this.member.reads(kept).node("outsideHours").booleanValue()).isFalse();
		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:30", "10:00", "10:30", "11:30");
	}

	@Test
	void whoeverIsKeptCanStillCancel() {
		String kept = this.member.hasBooked(this.doctor, this.nine);
		this.doctor.takesOff(Json.with(hours("09:00", "10:00"), "onConflict", "KEEP")).is(201);

		Answer cancelled = this.member.cancels(kept).is(200);

		assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
		assertThat(cancelled.node("outsideHours").booleanValue()).isFalse();
		this.member.books(this.doctor, this.nine).problem(409, "on-time-off");
	}

	@Test
	void theyAreCancelledIfSoAsked() {
		String early = this.member.hasBooked(this.doctor, this.nine);
		String late = this.member.hasBooked(this.doctor, this.nine.plusHours(2));

		this.doctor.takesOff(Json.with(hours("09:15", "10:00"), "onConflict", "CANCEL")).is(201);

		Answer cancelled = this.member.reads(early).is(200);
		assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
		assertThat(cancelled.text("cancellation", "by")).isEqualTo("CLINIC");
		assertThat(cancelled.node("version").intValue()).isEqualTo(2);
		assertThat(this.member.reads(late).text("status")).isEqualTo("BOOKED");
		Doctor another = this.clinic.doctor("America/New_York").opens(MONDAY, "09:00", "12:00", 30);
		this.member.books(another, this.nine).is(201);
	}

	@Test
	void whoIsKeptStandsInNobodysWayAgain() {
		String kept = this.member.hasBooked(this.doctor, this.nine);
		this.doctor.takesOff(Json.with(hours("09:00", "10:00"), "onConflict", "KEEP")).is(201);

		this.doctor.opens(TUESDAY, "08:00", "10:00", 30);
		this.doctor.isOff(this.nine.plusHours(2), this.nine.plusHours(3));

		assertThat(this.member.reads(kept).node("outsideHours").booleanValue()).isTrue();
	}

	@Test
	void whoIsHereAlreadyIsNotAffected() {
		Doctor today = this.clinic.doctor(this.clinic.whereItIsDay()).opensEveryDay("00:00", "00:00", 30);
		OffsetDateTime soon = this.clinic.now().atZone(today.zone()).toOffsetDateTime().truncatedTo(ChronoUnit.HOURS);
		String id = this.member.hasBooked(today, soon.plusHours(2));
		today.post("/api/appointments/" + id + "/check-in", "").is(200);

		today.isOff(soon.plusHours(2), soon.plusHours(3));

		assertThat(this.member.reads(id).text("status")).isEqualTo("CHECKED_IN");
		assertThat(today.post("/api/appointments/" + id + "/complete", "").is(200).text("status"))
			.isEqualTo("COMPLETED");
	}

	@Test
	void whoeverAsksAgainIsOffOnce() {
		Visitor asking = this.doctor.as().with("Idempotency-Key", UUID.randomUUID().toString());

		Answer first = asking.post(path(""), hours("10:00", "11:00")).is(201);
		Answer again = asking.post(path(""), hours("10:00", "11:00")).is(201);

		assertThat(again.body()).isEqualTo(first.body());
		assertThat(again.header("Location")).isEqualTo(first.header("Location"));
		assertThat(ids("")).hasSize(1);
		asking.post(path(""), hours("10:00", "12:00")).problem(422, "idempotency-key-reused");
	}

	@Test
	void whatWasCancelledBeforeIsNotAffected() {
		this.member.cancels(this.member.hasBooked(this.doctor, this.nine)).is(200);

		this.doctor.takesOff(hours("09:00", "10:00")).is(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "start", "end" })
	void aTimeNeedsAnOffset(String field) {
		for (Object wrong : List.of("2030-12-02T09:00:00", "2030-12-02", "soon", "", 1911913200)) {
			this.doctor.takesOff(Json.with(hours("10:00", "11:00"), field, wrong)).blames(field);
		}
		this.doctor.takesOff(Json.without(hours("10:00", "11:00"), field)).problem(400, "invalid-request");
		assertThat(ids("")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "fromDate", "toDate" })
	void aDayIsADate(String field) {
		for (Object wrong : List.of("2030-02-30", "2030-12-02T09:00:00Z", "soon", "", 20301202)) {
			this.doctor.takesOff(Json.with(days(this.monday, this.monday), field, wrong)).blames(field);
		}
		this.doctor.takesOff(Json.without(days(this.monday, this.monday), field)).problem(400, "invalid-request");
		assertThat(ids("")).isEmpty();
	}

	@Test
	void whatIsWrongIsNamed() {
		this.doctor.takesOff(hours("11:00", "10:00")).blames("end");
		this.doctor.takesOff(hours("10:00", "10:00")).blames("end");
		this.doctor.takesOff(days(this.monday, this.monday.minusDays(1))).blames("toDate");
		this.doctor.takesOff(Json.body()).problem(400, "invalid-request");
		this.doctor.takesOff(Json.with(hours("10:00", "11:00"), "fromDate", this.monday.toString()))
			.problem(400, "invalid-request");
		this.doctor.takesOff(Json.with(days(this.monday, this.monday), "end", this.nine.toString()))
			.problem(400, "invalid-request");
		this.doctor.takesOff(Json.with(hours("10:00", "11:00"), "onConflict", "SHRUG")).blames("onConflict");
		this.doctor.takesOff(Json.with(hours("10:00", "11:00"), "reason", 7)).blames("reason");
		this.doctor.takesOff(Json.with(hours("10:00", "11:00"), "reason", "x".repeat(100_000))).blames("reason");
		this.doctor.takesOff(Json.with(hours("10:00", "11:00"), "doctorId", this.doctor.id())).blames("doctorId");
		this.doctor.delete(path("/17")).problem(400, "invalid-request");
		this.doctor.delete(path("/" + UUID.randomUUID())).problem(404, "not-found");
		assertThat(ids("")).isEmpty();
	}

	@Test
	void anAdminAndTheReceptionTakeItForAnybody() {
		for (Staff staff : List.of(this.clinic.admin(), this.clinic.reception())) {
			String id = staff.post(path(""), hours("10:00", "11:00")).is(201).text("timeOffId");
			assertThat(listed(staff, "")).hasSize(1);
			assertThat(this.doctor.freeOn(this.monday)).hasSize(4);
			staff.delete(path("/" + id)).is(204);

			String unknown = "/api/availability/" + UUID.randomUUID() + "/time-off";
			staff.post(unknown, hours("10:00", "11:00")).problem(404, "not-found");
			staff.get(unknown).problem(404, "not-found");
			staff.delete(unknown + "/" + id).problem(404, "not-found");
		}
	}

	@Test
	void itIsNobodyElsesBusiness() {
		String id = this.doctor.isOff(this.nine, this.nine.plusHours(1));
		Doctor another = this.clinic.doctor();

		for (Person person : List.of(another, this.member, this.clinic.auditor())) {
			person.post(path(""), hours("10:00", "11:00")).problem(403, "forbidden");
			person.get(path("")).problem(403, "forbidden");
			person.delete(path("/" + id)).problem(403, "forbidden");
		}
		this.clinic.anyone().post(path(""), hours("10:00", "11:00")).problem(401, "unauthenticated");
		this.clinic.anyone().get(path("")).problem(401, "unauthenticated");
		this.clinic.anyone().delete(path("/" + id)).problem(401, "unauthenticated");
		another.delete("/api/availability/" + another.id() + "/time-off/" + id).problem(404, "not-found");
		assertThat(ids("")).containsExactly(id);
	}

	private String path(String rest) {
		return "/api/availability/" + this.doctor.id() + "/time-off" + rest;
	}

	private List<JsonNode> listed(Person person, String query) {
		return person.get(path(query)).is(200).hasExactly("items", "next").items();
	}

	private List<String> ids(String query) {
		return listed(this.doctor, query).stream().map((item) -> item.get("timeOffId").stringValue()).toList();
	}

	private static String between(LocalDate from, LocalDate to) {
		return "?from=" + from + "&to=" + to;
	}

	private Map<String, @Nullable Object> hours(String start, String end) {
		return Json.body("start", this.doctor.at(this.monday, start), "end", this.doctor.at(this.monday, end));
	}

	private static Map<String, @Nullable Object> days(LocalDate from, LocalDate to) {
		return Json.body("fromDate", from, "toDate", to);
	}

}
