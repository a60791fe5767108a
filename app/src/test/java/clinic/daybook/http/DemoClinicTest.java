package clinic.daybook.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.daybook.book.BookChain;
import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody finds who has just started the demo. */
class DemoClinicTest {

	private static final Daybook DEMO = Daybook.demo();

	private static final String PASSWORD = "daybook-demo";

	private static final Pattern ACCOUNT_IN_README = Pattern
		.compile("(?m)^([A-Z]+) +(\\S+@daybook\\.example) +(\\S+)$");

	private final Clinic clinic = DEMO.clinic();

	private final Visitor admin = this.clinic.login("admin@daybook.example", PASSWORD);

	private final JdbcClient sql = JdbcClient.create(DEMO.database());

	@AfterAll
	static void close() {
		DEMO.close();
	}

	@ParameterizedTest
	@CsvSource({ "MEMBER,50", "DOCTOR,6", "RECEPTION,1", "AUDITOR,1", "ADMIN,1" })
	void everyRoleIsThere(String role, int count) {
		List<JsonNode> users = all(this.admin, "/admin/users?role=" + role);

		assertThat(users).hasSize(count).extracting((user) -> user.get("email").stringValue()).doesNotHaveDuplicates();
	}

	@Test
	void theAccountsInReadmeAreOneOfEachRoleAndLogIn() throws IOException {
		List<MatchResult> accounts = ACCOUNT_IN_README.matcher(Files.readString(readme())).results().toList();

		assertThat(accounts).extracting((account) -> account.group(1))
			.containsExactlyInAnyOrder("ADMIN", "RECEPTION", "DOCTOR", "MEMBER", "AUDITOR");
		assertThat(accounts).allSatisfy((account) -> {
			Visitor visitor = this.clinic.login(account.group(2), account.group(3));
			assertThat(visitor.get("/auth/me").is(200).text("role")).isEqualTo(account.group(1));
		});
	}

	@Test
	void sixDoctorsWorkInFourDepartmentsAndTwoZones() {
		List<JsonNode> doctors = all(this.admin, "/api/doctors");
		List<JsonNode> departments = all(this.admin, "/api/departments");

		assertThat(doctors).hasSize(6);
		assertThat(texts(doctors, "timeZone").distinct()).containsExactlyInAnyOrder("America/New_York",
				"Europe/Berlin");
		assertThat(departments).hasSize(5);
		assertThat(texts(departments, "departmentId").filter((id) -> !doctorsOf(id).isEmpty())).hasSize(4);
	}

	@Test
	void everyDoctorHasALunchBreakAndPlentyToOffer() {
		assertThat(texts(all(this.admin, "/api/doctors"), "doctorId")).allSatisfy((doctorId) -> {
			Answer availability = this.clinic.anyone().get("/api/availability/" + doctorId).is(200);

			assertThat(List.copyOf(availability.node("weeklyHours").values()))
				.anyMatch((day) -> day.get("windows").size() > 1);
			assertThat(availability.node("days").values().stream().mapToInt((day) -> day.get("slots").size()).sum())
				.isGreaterThan(20);
		});
	}

	@Test
	void thePastIsOverAndTheFutureOpen() {
		Instant now = this.clinic.now();
		Map<Boolean, List<JsonNode>> appointments = appointments().stream()
			.collect(Collectors.partitioningBy((one) -> time(one, "start").isBefore(now)));
		Map<String, Long> past = countsByStatus(appointments.get(true));
		Map<String, Long> toCome = countsByStatus(appointments.get(false));

		assertThat(past).containsOnlyKeys("COMPLETED", "NO_SHOW", "CANCELLED", "CHECKED_IN", "BOOKED")
			.containsEntry("CHECKED_IN", 1L)
			.containsEntry("BOOKED", 2L);
		assertThat(past.get("COMPLETED")).isGreaterThan(400);
		assertThat(past.get("NO_SHOW")).isGreaterThan(20);
		assertThat(past.get("CANCELLED")).isGreaterThan(40);
		assertThat(toCome).containsOnlyKeys("BOOKED", "CANCELLED");
		assertThat(toCome.get("BOOKED")).isGreaterThan(100);
		assertThat(appointments().stream()
			.filter((one) -> one.get("status").stringValue().equals("CANCELLED"))
			.map((one) -> one.get("cancellation").get("by").stringValue())).contains("MEMBER", "CLINIC");
	}

	@Test
	void bookingsAreSpreadOverMonths() {
		List<JsonNode> appointments = appointments();
		Instant now = this.clinic.now();

		Map<YearMonth, Long> bookedIn = appointments.stream()
			.collect(Collectors.groupingBy((one) -> YearMonth.from(time(one, "bookedAt").atOffset(ZoneOffset.UTC)),
					Collectors.counting()));
		assertThat(bookedIn).hasSizeBetween(4, 5);
		assertThat(appointments).allMatch((one) -> time(one, "bookedAt").isBefore(time(one, "start")))
			.allMatch((one) -> time(one, "bookedAt").isBefore(now));
		assertThat(time(appointments.getFirst(), "start")).isBefore(now.minus(Duration.ofDays(80)));
		assertThat(time(appointments.getLast(), "start")).isAfter(now.plus(Duration.ofDays(50)));
	}

	@Test
	void maxHasAHistoryAndSomethingToCome() {
		Visitor max = this.clinic.login("max@daybook.example", PASSWORD);
		List<JsonNode> his = all(max, "/api/appointments");

		assertThat(his).hasSize(10);
		assertThat(countsByStatus(his))
			.isEqualTo(Map.of("COMPLETED", 4L, "NO_SHOW", 1L, "CANCELLED", 2L, "BOOKED", 3L));
		assertThat(his.stream()
			.map((one) -> max.get("/api/appointments/" + one.get("appointmentId").stringValue()).is(200).node("reason"))
			.filter(JsonNode::isString)
			.map(JsonNode::stringValue)).contains("Results of the blood test");
	}

	@Test
	void receptionCanTakeItFromThere() {
		Visitor reception = this.clinic.login("reception@daybook.example", PASSWORD);
		JsonNode next = all(reception, "/api/appointments?status=BOOKED&from=" + this.clinic.now()).getFirst();

		assertThat(reception.post("/api/appointments/" + next.get("appointmentId").stringValue() + "/cancel", Map.of())
			.is(200)
			.text("status")).isEqualTo("CANCELLED");
	}

	@Test
	void theBookTellsItInOrderOfTimeAndItsChainHolds() {
		assertThat(this.sql.sql("""
				select position from (
				  select position, at, lag(at) over (order by position) as before from book.event) as step
				where at < before
				""").query(Long.class).list()).as("events before their predecessors").isEmpty();
		assertThat(new BookChain(DEMO.database()).verify().intact()).isTrue();
	}

	@Test
	void theListsShowWhatTheBookSays() {
		Map<String, String> booked = this.sql.sql("""
				select distinct on (payload ->> 'appointmentId') payload ->> 'appointmentId' as id, type
				from (select position, type, convert_from(payload, 'UTF8')::jsonb as payload from book.event) as event
				where payload ->> 'appointmentId' is not null
				order by payload ->> 'appointmentId', position desc
				""")
			.query((row, number) -> Map.entry(row.getString("id"), statusAfter(row.getString("type"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

		assertThat(appointments().stream()
			.collect(Collectors.toMap((one) -> one.get("appointmentId").stringValue(),
					(one) -> one.get("status").stringValue())))
			.isEqualTo(booked);
	}

	private static String statusAfter(String type) {
		return switch (type) {
			case "AppointmentBooked" -> "BOOKED";
			case "AppointmentCancelled" -> "CANCELLED";
			case "AppointmentCheckedIn" -> "CHECKED_IN";
			case "AppointmentCompleted" -> "COMPLETED";
			case "AppointmentMissed" -> "NO_SHOW";
			default -> type;
		};
	}

	private List<JsonNode> appointments() {
		return all(this.admin, "/api/appointments");
	}

	private List<JsonNode> doctorsOf(String departmentId) {
		return all(this.admin, "/api/doctors?departmentId=" + departmentId);
	}

	private static Map<String, Long> countsByStatus(List<JsonNode> appointments) {
		return texts(appointments, "status").collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
	}

	private static Stream<String> texts(List<JsonNode> items, String name) {
		return items.stream().map((item) -> item.get(name).stringValue());
	}

	private static Instant time(JsonNode appointment, String name) {
		return OffsetDateTime.parse(appointment.get(name).stringValue()).toInstant();
	}

	/** Every item of a list, page by page. */
	private static List<JsonNode> all(Visitor visitor, String path) {
		String query = path + (path.contains("?") ? "&" : "?") + "limit=100";
		List<JsonNode> items = new ArrayList<>();
		Answer page = visitor.get(query).is(200);
		items.addAll(page.items());
		while (!page.node("next").isNull()) {
			page = visitor.get(query + "&after=" + page.text("next")).is(200);
			items.addAll(page.items());
		}
		return items;
	}

	private static Path readme() {
		Path here = Path.of("").toAbsolutePath();
		return Stream.of(here.getParent(), here)
			.map((folder) -> folder.resolve("README.md"))
			.filter(Files::exists)
			.findFirst()
			.orElseThrow();
	}

}
