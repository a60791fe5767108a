package clinic.daybook.http;

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
import clinic.daybook.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** A doctor works on a Saturday for once. */
class ExtraHoursTest {

	private final Clinic clinic = Daybook.shared().clinic();

	private final Doctor doctor = this.clinic.doctor("America/New_York").opens(MONDAY, "09:00", "10:00", 30);

	private final LocalDate monday = this.doctor.next(MONDAY);

	private final LocalDate saturday = this.monday.plusDays(5);

	private final Member member = this.clinic.member();

	@Test
	void aClosedDayIsOpened() {
		Answer answer = this.doctor.opensExtra(extra(this.saturday, 20, Json.window("10:00", "11:00"))).is(201);

		assertThat(answer.text("date")).isEqualTo(this.saturday.toString());
		assertThat(answer.node("windows").toString()).isEqualTo("[{\"start\":\"10:00\",\"end\":\"11:00\"}]");
		assertThat(answer.node("slotMinutes").intValue()).isEqualTo(20);
		assertThat(answer.header("Location"))
			.endsWith("/api/availability/" + this.doctor.id() + "/extra-hours/" + answer.text("extraHoursId"));
		assertThat(answer.header("Consistency-Token")).isNotBlank();
		assertThat(this.doctor.freeOn(this.saturday)).containsExactly("10:00", "10:20", "10:40");
		assertThat(this.doctor.freeOn(this.saturday.plusWeeks(1))).isEmpty();
		assertThat(this.clinic.anyone()
			.get("/api/slots?doctorId=" + this.doctor.id() + "&from=" + this.saturday + "&to=" + this.saturday)
			.is(200)
			.items()).hasSize(3);
		this.member.books(this.doctor, at("10:20")).is(201);
		this.member.books(this.doctor, at("10:30")).problem(422, "not-on-grid");
		this.member.books(this.doctor, at("11:00")).problem(409, "outside-working-hours");
	}

	@Test
	void theyComeOnTopOfTheWeeklyHours() {
		JsonNode weekly = this.doctor.availability(this.monday, this.monday).node("weeklyHours");

		this.doctor.opensExtra(extra(this.monday, 15, Json.window("10:00", "10:30"), Json.window("14:00", "14:15")))
			.is(201);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("09:00", "09:30", "10:00", "10:15", "14:00");
		assertThat(this.doctor.availability(this.monday, this.monday).node("weeklyHours")).isEqualTo(weekly);
		assertThat(this.doctor.freeOn(this.monday.plusWeeks(1))).containsExactly("09:00", "09:30");
	}

	@Test
	void aNightRunsIntoTheNextDay() {
		this.doctor.opensExtra(this.saturday, "22:00", "02:00", 60);

		assertThat(this.doctor.freeOn(this.saturday)).containsExactly("22:00", "23:00");
		assertThat(this.doctor.freeOn(this.saturday.plusDays(1))).containsExactly("00:00", "01:00");
		this.member.books(this.doctor, this.doctor.at(this.saturday.plusDays(1), "01:00")).is(201);
	}

	@Test
	void timeOffBeatsThem() {
		this.doctor.opensExtra(this.saturday, "10:00", "12:00", 30);
		this.doctor.isOff(at("11:00"), at("13:00"));

		assertThat(this.doctor.freeOn(this.saturday)).containsExactly("10:00", "10:30");
		this.member.books(this.doctor, at("11:00")).problem(409, "on-time-off");

		this.doctor.opensExtra(this.saturday, "12:00", "14:00", 30);

		assertThat(this.doctor.freeOn(this.saturday)).as("whichever came first")
			.containsExactly("10:00", "10:30", "13:00", "13:30");
	}

	@Test
	void theyDoNotOverlapTheHoursThereAre() {
		this.doctor.opensExtra(extra(this.monday, 30, Json.window("09:30", "11:00"))).problem(400, "invalid-request");
		this.doctor.opensExtra(extra(this.monday, 30, Json.window("08:00", "09:05"))).problem(400, "invalid-request");
		this.doctor.opensExtra(extra(this.monday, 30, Json.window("00:00", "00:00"))).problem(400, "invalid-request");
		this.doctor.opensExtra(this.monday, "10:00", "11:00", 30);
		this.doctor.opensExtra(this.monday, "08:00", "09:00", 30);

		assertThat(this.doctor.freeOn(this.monday)).containsExactly("08:00", "08:30", "09:00", "09:30", "10:00",
				"10:30");
	}

	@Test
	void theyDoNotOverlapOneAnother() {
		this.doctor.opensExtra(this.saturday, "10:00", "12:00", 30);

		this.doctor.opensExtra(extra(this.saturday, 30, Json.window("11:30", "13:00"))).problem(400, "invalid-request");
		this.doctor.opensExtra(extra(this.saturday, 30, Json.window("13:00", "15:00"), Json.window("14:30", "16:00")))
			.problem(400, "invalid-request");
		this.doctor.opensExtra(this.saturday, "12:00", "13:00", 30);

		assertThat(this.doctor.freeOn(this.saturday)).hasSize(6);
	}

	@Test
	void aNeighbouringNightIsOverlappedNeither() {
		this.doctor.opensExtra(extra(this.monday.minusDays(1), 60, Json.window("22:00", "09:30")))
			.problem(400, "invalid-request");
		this.doctor.opensExtra(this.saturday, "22:00", "04:00", 60);

		this.doctor.opensExtra(extra(this.saturday.plusDays(1), 60, Json.window("03:00", "05:00")))
			.problem(400, "invalid-request");
		this.doctor.opensExtra(this.saturday.plusDays(1), "04:00", "05:00", 60);
	}

	@ParameterizedTest
	@ValueSource(ints = { -30, 0, 4, 481, 100000 })
	void aSlotLastsFiveMinutesToEightHours(int minutes) {
		this.doctor.opensExtra(extra(this.saturday, minutes, Json.window("00:00", "00:00"))).blames("slotMinutes");
	}

	@Test
	void whatIsWrongIsNamed() {
		Map<String, @Nullable Object> right = extra(this.saturday, 30, Json.window("10:00", "11:00"));

		this.doctor.opensExtra(extra(this.saturday, 45, Json.window("10:00", "10:30"))).problem(400, "invalid-request");
		this.doctor.opensExtra(Json.without(right, "date")).blames("date");
		this.doctor.opensExtra(Json.with(right, "date", "2030-02-30")).blames("date");
		this.doctor.opensExtra(Json.with(right, "date", null)).blames("date");
		this.doctor.opensExtra(Json.without(right, "windows")).blames("windows");
		this.doctor.opensExtra(Json.with(right, "windows", null)).blames("windows");
		this.doctor.opensExtra(Json.without(right, "slotMinutes")).blames("slotMinutes");
		this.doctor.opensExtra(Json.with(right, "slotMinutes", "30")).blames("slotMinutes");
		this.doctor.opensExtra(extra(this.saturday, 30, Json.window("10:00", "25:00"))).blames("windows[0].end");
		this.doctor.opensExtra(Json.with(right, "dayOfWeek", "SATURDAY")).blames("dayOfWeek");
		this.doctor.opensExtra(Json.with(right, "onConflict", "KEEP")).blames("onConflict");
		assertThat(ids("")).isEmpty();
	}

	@Test
	void theyAreWithdrawn() {
		String id = this.doctor.opensExtra(this.saturday, "10:00", "11:00", 30);

		this.doctor.delete(path("/" + id)).is(204);

		assertThat(this.doctor.freeOn(this.saturday)).isEmpty();
		this.member.books(this.doctor, at("10:00")).problem(409, "outside-working-hours");
		this.doctor.delete(path("/" + id)).problem(404, "not-found");
		this.doctor.delete(path("/" + UUID.randomUUID())).problem(404, "not-found");
		this.doctor.delete(path("/17")).problem(400, "invalid-request");
	}

	@Test
	void whoIsBookedThenStandsInTheWay() {
		String id = this.doctor.opensExtra(this.saturday, "10:00", "11:00", 30);
		String appointment = this.member.hasBooked(this.doctor, at("10:00"));

		for (String query : List.of("", "?onConflict=REFUSE")) {
			Answer refused = this.doctor.delete(path("/" + id + query)).problem(409, "appointments-affected").answer();
			assertThat(refused.node("affected").size()).isEqualTo(1);
			assertThat(refused.node("affected").get(0).get("appointmentId").stringValue()).isEqualTo(appointment);
		}
		assertThat(this.doctor.freeOn(this.saturday)).containsExactly("10:30");
		this.doctor.delete(path("/" + id + "?onConflict=SHRUG")).blames("onConflict");
		this.doctor.delete(path("/" + id + "?force=true")).blames("force");
	}

	@Test
	void theyAreKeptAndMarkedUntilTheHoursAreBack() {
		String id = this.doctor.opensExtra(this.saturday, "10:00", "11:00", 30);
		String appointment = this.member.hasBooked(this.doctor, at("10:00"));

		this.doctor.delete(path("/" + id + "?onConflict=KEEP")).is(204);

		assertThat(this.member.reads(appointment).text("status")).isEqualTo("BOOKED");
		assertThat(this.member.reads(appointment).node("outsideHours").booleanValue()).isTrue();
		assertThat(this.doctor.freeOn(this.saturday)).isEmpty();

		this.doctor.opensExtra(this.saturday, "10:00", "11:00", 30);

		assertThat(this.member.reads(appointment).node("outsideHours").booleanValue()).isFalse();
		assertThat(this.doctor.freeOn(this.saturday)).containsExactly("10:30");
	}

	@Test
	void theyHealWhatWasKeptOutsideTheWeeklyHours() {
		String kept = this.member.hasBooked(this.doctor, this.doctor.at(this.monday, "09:00"));
		this.doctor.sets(Json.body("dayOfWeek", MONDAY, "windows", List.of(), "slotMinutes", 30, "onConflict", "KEEP"))
			.is(200);
		assertThat(this.member.reads(kept).node("outsideHours").booleanValue()).isTrue();

		this.doctor.opensExtra(this.monday, "08:00", "12:00", 60);

		assertThat(this.member.reads(kept).node("outsideHours").booleanValue()).isFalse();
		assertThat(this.doctor.freeOn(this.monday)).containsExactly("08:00", "10:00", "11:00");
	}

	@Test
	void whoeverAsksAgainOpensOnce() {
		Object body = extra(this.saturday, 30, Json.window("10:00", "11:00"));
		Visitor asking = this.doctor.as().with("Idempotency-Key", UUID.randomUUID().toString());

		Answer first = asking.post(path(""), body).is(201);
		Answer again = asking.post(path(""), body).is(201);

		assertThat(again.body()).isEqualTo(first.body());
		assertThat(ids("")).hasSize(1);
	}

	@Test
	void theyAreCancelledIfSoAsked() {
		String id = this.doctor.opensExtra(this.saturday, "10:00", "11:00", 30);
		String appointment = this.member.hasBooked(this.doctor, at("10:00"));

		this.doctor.delete(path("/" + id + "?onConflict=CANCEL")).is(204);

		Answer cancelled = this.member.reads(appointment).is(200);
		assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
		assertThat(cancelled.text("cancellation", "by")).isEqualTo("CLINIC");
		assertThat(this.doctor.freeOn(this.saturday)).isEmpty();
	}

	@Test
	void theListHasWhatFallsIntoItsDates() {
		String first = this.doctor.opensExtra(this.monday, "10:00", "11:00", 30);
		String second = this.doctor.opensExtra(this.saturday, "10:00", "11:00", 30);

		assertThat(ids("")).containsExactly(first, second);
		assertThat(ids("?from=" + this.monday + "&to=" + this.saturday)).containsExactly(first, second);
		assertThat(ids("?from=" + this.saturday)).containsExactly(second);
		assertThat(ids("?to=" + this.monday)).containsExactly(first);
		assertThat(ids("?from=" + this.monday.plusDays(1) + "&to=" + this.saturday.minusDays(1))).isEmpty();
		assertThat(
				this.doctor.readsAll(path("?limit=1")).stream().map((item) -> item.get("extraHoursId").stringValue()))
			.containsExactly(first, second);
		JsonNode item = this.doctor.get(path("?from=" + this.saturday)).items().get(0);
		assertThat(item.get("date").stringValue()).isEqualTo(this.saturday.toString());
		assertThat(item.get("windows").toString()).isEqualTo("[{\"start\":\"10:00\",\"end\":\"11:00\"}]");
		assertThat(item.get("slotMinutes").intValue()).isEqualTo(30);
	}

	@ParameterizedTest
	@CsvSource({ "from=soon,from", "to=2026-02-30,to", "from=2031-01-02&to=2031-01-01,to", "until=2031-01-01,until",
			"limit=0,limit", "after=abc,after" })
	void whatIsWrongInAQueryIsNamed(String query, String parameter) {
		this.doctor.get(path("?" + query)).blames(parameter);
	}

	@Test
	void anAdminAndTheReceptionOpenThemForAnybody() {
		for (Staff staff : List.of(this.clinic.admin(), this.clinic.reception())) {
			String id = staff.post(path(""), extra(this.saturday, 30, Json.window("10:00", "11:00")))
				.is(201)
				.text("extraHoursId");
			assertThat(staff.get(path("")).is(200).items()).hasSize(1);
			assertThat(this.doctor.freeOn(this.saturday)).hasSize(2);
			staff.delete(path("/" + id)).is(204);

			String unknown = "/api/availability/" + UUID.randomUUID() + "/extra-hours";
			staff.post(unknown, extra(this.saturday, 30, Json.window("10:00", "11:00"))).problem(404, "not-found");
			staff.get(unknown).problem(404, "not-found");
			staff.delete(unknown + "/" + id).problem(404, "not-found");
		}
	}

	@Test
	void nobodyElseDoes() {
		String id = this.doctor.opensExtra(this.saturday, "10:00", "11:00", 30);
		Object more = extra(this.saturday, 30, Json.window("12:00", "13:00"));
		Doctor another = this.clinic.doctor();

		for (Person person : List.of(another, this.member, this.clinic.auditor())) {
			person.post(path(""), more).problem(403, "forbidden");
			person.get(path("")).problem(403, "forbidden");
			person.delete(path("/" + id)).problem(403, "forbidden");
		}
		this.clinic.anyone().post(path(""), more).problem(401, "unauthenticated");
		this.clinic.anyone().get(path("")).problem(401, "unauthenticated");
		this.clinic.anyone().delete(path("/" + id)).problem(401, "unauthenticated");
		another.delete("/api/availability/" + another.id() + "/extra-hours/" + id).problem(404, "not-found");
		assertThat(ids("")).containsExactly(id);
	}

	private OffsetDateTime at(String time) {
		return this.doctor.at(this.saturday, time);
	}

	private String path(String rest) {
		return "/api/availability/" + this.doctor.id() + "/extra-hours" + rest;
	}

	private List<String> ids(String query) {
		return this.doctor.get(path(query))
			.is(200)
			.hasExactly("items", "next")
			.items()
			.stream()
			.map((item) -> item.get("extraHoursId").stringValue())
			.toList();
	}

	private static Map<String, @Nullable Object> extra(LocalDate date, int slotMinutes, Object... windows) {
		return Json.body("date", date, "windows", List.of(windows), "slotMinutes", slotMinutes);
	}

}
