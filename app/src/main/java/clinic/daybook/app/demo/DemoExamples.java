package clinic.daybook.app.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.daybook.app.openapi.ExampleValues;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/**
 * Examples that work in the demo clinic as it is just now. It finds out like anybody
 * else, by asking over HTTP, so it needs no door of its own; what it doesn't find stays
 * made up.
 */
@Component
@ConditionalOnBooleanProperty("daybook.demo.enabled")
class DemoExamples implements ExampleValues {

	private static final Logger log = LoggerFactory.getLogger(DemoExamples.class);

	private static final String NEW_DEPARTMENT = "Neurology";

	private static final int A_MILLION = 1_000_000;

	private final Environment environment;

	private final Clock clock;

	/** Its own, to look around with. */
	private final AtomicReference<@Nullable String> accessToken = new AtomicReference<>();

	private final AtomicInteger turn = new AtomicInteger();

	DemoExamples(Environment environment, Clock clock) {
		this.environment = environment;
		this.clock = clock;
	}

	@Override
	public Map<String, Object> now() {
		Map<String, Object> values = new HashMap<>(ofTheStory());
		Instant now = this.clock.instant();
		long number = now.getEpochSecond() % A_MILLION;
		values.put("newMemberEmail", "mina." + number + "@patients.example");
		values.put("newDoctorEmail", "noor." + number + "@daybook.example");
		RestClient anyone = RestClient
			.create("http://localhost:" + this.environment.getRequiredProperty("local.server.port"));
		ifItCan(() -> addDepartments(anyone, values));
		ifItCan(() -> addAppointments(reception(anyone), now, values));
		ifItCan(() -> addCalendar(reception(anyone), now, values));
		ifItCan(() -> values.put("holdId", held(reception(anyone), now)));
		ifItCan(() -> values.put("refreshToken", logIn(anyone, somebody()).get("refreshToken").stringValue()));
		return values;
	}

	private static void ifItCan(Runnable adding) {
		try {
			adding.run();
		}
		catch (RestClientException ex) {
			log.debug("Some examples stay made up", ex);
		}
	}

	/** Each time another, as an account can log in a few times a minute only. */
	private DemoPerson somebody() {
		return DemoMember.ALL.get(Math.floorMod(this.turn.getAndIncrement(), DemoMember.ALL.size())).person();
	}

	private RestClient reception(RestClient anyone) {
		@Nullable String known = this.accessToken.get();
		if (known != null && isGood(known, anyone)) {
			return with(known, anyone);
		}
		String fresh = logIn(anyone, Cast.RECEPTION).get("accessToken").stringValue();
		this.accessToken.set(fresh);
		return with(fresh, anyone);
	}

	private static boolean isGood(String token, RestClient anyone) {
		try {
			with(token, anyone).get().uri("/auth/me").retrieve().toBodilessEntity();
			return true;
		}
		catch (HttpClientErrorException.Unauthorized ex) {
			return false;
		}
	}

	private static RestClient with(String token, RestClient anyone) {
		return anyone.mutate().defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token).build();
	}

	private static Map<String, Object> ofTheStory() {
		UUID somebody = DemoMember.ALL.getLast().person().userId();
		return Map.of("doctorId", DemoDoctor.GRACE.doctorId().toString(), "doctorName",
				DemoDoctor.GRACE.person().fullName(), "specialty", DemoDoctor.GRACE.specialty(), "departmentId",
				DemoDepartment.GENERAL_PRACTICE.departmentId().toString(), "otherDepartmentId",
				DemoDepartment.CARDIOLOGY.departmentId().toString(), "memberId",
				DemoMember.MAX.person().userId().toString(), "userId", DemoMember.MAX.person().userId().toString(),
				"anotherUserId", somebody.toString());
	}

	private static void addDepartments(RestClient anyone, Map<String, Object> values) {
		List<JsonNode> departments = items(anyone, "/api/departments?limit=100");
		Set<String> names = departments.stream()
			.map((department) -> department.get("name").stringValue())
			.collect(Collectors.toSet());
		values.put("newDepartmentName", Stream
			.concat(Stream.of(NEW_DEPARTMENT), IntStream.range(2, 100).mapToObj((n) -> NEW_DEPARTMENT + " " + n))
			.filter((name) -> !names.contains(name))
			.findFirst()
			.orElse(NEW_DEPARTMENT));
		departments.stream()
			.map((department) -> department.get("departmentId").stringValue())
			.filter((id) -> items(anyone, "/api/doctors?limit=1&departmentId=" + id).isEmpty())
			.findFirst()
			.ifPresent((id) -> values.put("emptyDepartmentId", id));
	}

	private static JsonNode logIn(RestClient anyone, DemoPerson person) {
		return answered(anyone.post()
			.uri("/auth/login")
			.body(Map.of("email", person.email(), "password", DemoPerson.PASSWORD))
			.retrieve()
			.body(JsonNode.class));
	}

	private static void addAppointments(RestClient reception, Instant now, Map<String, Object> values) {
		List<String> left = ids(items(reception, "/api/appointments?status=BOOKED&limit=2&to=" + now));
		put(values, "missedAppointmentId", left, 0);
		put(values, "todaysAppointmentId", left, 1);
		put(values, "checkedInAppointmentId", ids(items(reception, "/api/appointments?status=CHECKED_IN&limit=1")), 0);
		List<JsonNode> ofMax = items(reception, "/api/appointments?status=BOOKED&limit=100&from=" + now + "&memberId="
				+ DemoMember.MAX.person().userId());
		put(values, "bookedAppointmentId", ids(ofMax), 0);
		put(values, "movedAppointmentId", ids(ofMax), 1);
		LocalDate tomorrow = LocalDate.ofInstant(now, DemoDoctor.GRACE.site().zone()).plusDays(1);
		List<String> free = items(reception,
				"/api/slots?limit=100&doctorId=" + DemoDoctor.GRACE.doctorId() + "&from=" + tomorrow + "&to="
						+ tomorrow.plusDays(13))
			.stream()
			.filter((slot) -> ofMax.stream().noneMatch((appointment) -> overlap(slot, appointment)))
			.map((slot) -> slot.get("start").stringValue())
			.toList();
		values.put("freeDoctorId", DemoDoctor.GRACE.doctorId().toString());
		put(values, "freeStart", free, 0);
		put(values, "freeStartToHold", free, 1);
		put(values, "freeStartToMoveTo", free, 2);
	}

	private static void addCalendar(RestClient reception, Instant now, Map<String, Object> values) {
		String availability = "/api/availability/" + DemoDoctor.GRACE.doctorId();
		items(reception, availability + "/time-off?limit=1")
			.forEach((timeOff) -> values.put("timeOffId", timeOff.get("timeOffId").stringValue()));
		List<JsonNode> extraHours = items(reception, availability + "/extra-hours?limit=100");
		extraHours.stream()
			.limit(1)
			.forEach((extra) -> values.put("extraHoursId", extra.get("extraHoursId").stringValue()));
		LocalDate sunday = LocalDate.ofInstant(now, DemoDoctor.GRACE.site().zone())
			.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
		Set<String> open = extraHours.stream()
			.map((extra) -> extra.get("date").stringValue())
			.collect(Collectors.toSet());
		values.put("closedDay",
				Stream.iterate(sunday, (date) -> date.plusWeeks(1))
					.map(LocalDate::toString)
					.filter((date) -> !open.contains(date))
					.findFirst()
					.orElseThrow());
		values.put("dayOff", sunday.plusWeeks(1).plusDays(2).toString());
	}

	/** So that there is one to be given up; it takes the place of the one before. */
	private static String held(RestClient reception, Instant now) {
		LocalDate later = LocalDate.ofInstant(now, DemoDoctor.RUTH.site().zone()).plusDays(60);
		JsonNode slot = items(reception, "/api/slots?limit=1&doctorId=" + DemoDoctor.RUTH.doctorId() + "&from=" + later
				+ "&to=" + later.plusDays(13))
			.getFirst();
		return answered(reception.post()
			.uri("/api/appointments/holds")
			.body(Map.of("doctorId", DemoDoctor.RUTH.doctorId(), "memberId", DemoMember.ALL.getLast().person().userId(),
					"start", slot.get("start").stringValue()))
			.retrieve()
			.body(JsonNode.class)).get("holdId").stringValue();
	}

	private static void put(Map<String, Object> values, String name, List<String> found, int index) {
		if (index < found.size()) {
			values.put(name, found.get(index));
		}
	}

	private static List<String> ids(List<JsonNode> appointments) {
		return appointments.stream().map((appointment) -> appointment.get("appointmentId").stringValue()).toList();
	}

	private static boolean overlap(JsonNode one, JsonNode other) {
		return time(one, "start").isBefore(time(other, "end")) && time(other, "start").isBefore(time(one, "end"));
	}

	private static OffsetDateTime time(JsonNode node, String name) {
		return OffsetDateTime.parse(node.get(name).stringValue());
	}

	private static List<JsonNode> items(RestClient client, String path) {
		return List.copyOf(answered(client.get().uri(path).retrieve().body(JsonNode.class)).get("items").values());
	}

	private static JsonNode answered(@Nullable JsonNode body) {
		if (body == null) {
			throw new RestClientException("No body");
		}
		return body;
	}

}
