package clinic.daybook.people;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.dao.DuplicateKeyException;

import static clinic.daybook.people.TestPeople.adminToken;
import static clinic.daybook.people.TestPeople.eventsOf;
import static clinic.daybook.people.TestPeople.jdbc;
import static clinic.daybook.people.TestPeople.member;
import static clinic.daybook.people.TestPeople.post;
import static clinic.daybook.people.TestPeople.registration;
import static clinic.daybook.people.TestPeople.send;
import static clinic.daybook.people.TestPeople.someEmail;
import static clinic.daybook.people.TestPeople.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Becoming somebody. */
class RegistrationTest {

	@Test
	void anybodyBecomesAMember() {
		var answer = post("/auth/register", registration("Ada." + someEmail()));
		JsonNode registered = answer.is(201);
		assertThat(registered.propertyNames()).containsExactly("userId", "email", "fullName", "role");
		assertThat(registered.path("role").asString()).isEqualTo("MEMBER");
		assertThat(registered.path("email").asString()).startsWith("ada.");
		assertThat(answer.header("Location")).isEqualTo("/auth/me");
	}

	@Test
	void theBookHearsOfItButNotWhoItIs() {
		String email = someEmail();
		String id = post("/auth/register", registration(email)).is(201).path("userId").asString();
		assertThat(eventsOf(id)).singleElement()
			.asString()
			.startsWith("UserRegistered 0 {\"userId\":\"" + id + "\",\"role\":\"MEMBER\"}")
			.contains("\"actorRole\":\"ANONYMOUS\"", "\"correlationId\":\"", "\"causationId\":\"")
			.doesNotContain(email, "Ada", "actorId");
	}

	@Test
	void theRequestsTraceIsTheEventsCorrelation() {
		var answer = post("/auth/register", registration(someEmail()));
		assertThat(eventsOf(answer.is(201).path("userId").asString()).getFirst())
			.contains("\"correlationId\":\"" + answer.header("X-Trace-Id") + "\"");
	}

	@Test
	void anEmailIsOnesOwnWhateverItsCase() {
		String email = member();
		post("/auth/register", registration(email.toUpperCase(Locale.ROOT))).problem(409, "email-taken");
		post("/auth/register", registration("  " + email + " ")).problem(409, "email-taken");
	}

	@Test
	void ofSixteenWhoRaceForAnEmailOneGetsIt() throws Exception {
		String email = someEmail();
		CountDownLatch start = new CountDownLatch(1);
		Callable<Integer> runner = () -> {
			start.await();
			return post("/auth/register", registration(email)).status();
		};
		try (ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> results = IntStream.range(0, 16).mapToObj((i) -> runners.submit(runner)).toList();
			start.countDown();
			Map<Integer, Integer> counts = new HashMap<>();
			for (Future<Integer> result : results) {
				counts.merge(result.get(), 1, Integer::sum);
			}
			assertThat(counts).isEqualTo(Map.of(201, 1, 409, 15));
		}
		assertThat(jdbc().sql("SELECT count(*) FROM people.account WHERE email = :email")
			.param("email", email)
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "DOCTOR", "RECEPTION", "AUDITOR", "ADMIN" })
	void nobodyBecomesStaffWithoutAnAdmin(String role) {
		Map<String, Object> body = new HashMap<>(registration(someEmail()));
		body.put("role", role);
		post("/auth/register", body).problem(403, "forbidden");
		send("POST", "/auth/register", body, tokenOf(member(), TestPeople.PASSWORD)).problem(403, "forbidden");
		send("POST", "/auth/register", Map.of("role", role, "password", "x", "email", "nobody", "fullName", ""), null)
			.problem(403, "forbidden");
		JsonNode registered = send("POST", "/auth/register", body, adminToken()).is(201);
		assertThat(registered.path("role").asString()).isEqualTo(role);
		assertThat(eventsOf(registered.path("userId").asString()).getFirst()).contains("\"role\":\"" + role + "\"",
				"\"actorRole\":\"ADMIN\"", "\"actorId\":\"");
	}

	@Test
	void aBadTokenIsNoWayIn() {
		send("POST", "/auth/register", registration(someEmail()), "nonsense").problem(401, "unauthenticated");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "null",
			value = { "email | null", "email | ''", "email | ada", "email | ada@clinic", "email | a b@c.example",
					"email | a@b@c.example", "password | null", "password | seven77", "fullName | null",
					"fullName | ''", "fullName | '   '" })
	void whatIsWrongIsNamed(String field, String value) {
		Map<String, Object> body = new HashMap<>(registration(someEmail()));
		body.put(field, value);
		assertThat(post("/auth/register", body).invalidFields()).containsExactly(field);
	}

	@Test
	void lengthsHaveTheirLimits() {
		Map<String, Object> body = new HashMap<>(registration(someEmail()));
		body.put("phone", "1".repeat(41));
		assertThat(post("/auth/register", body).invalidFields()).containsExactly("phone");
		body.put("password", "x".repeat(201));
		body.put("fullName", "x".repeat(201));
		body.put("email", "x@" + "y".repeat(250) + ".example");
		assertThat(post("/auth/register", body).invalidFields()).containsExactly("email", "password", "fullName",
				"phone");
		body.put("phone", "1".repeat(40));
		body.put("password", "x".repeat(200));
		body.put("fullName", " " + "x".repeat(200) + " ");
		body.put("email", someEmail());
		assertThat(post("/auth/register", body).is(201).path("fullName").asString()).isEqualTo("x".repeat(200));
		assertThat(post("/auth/register", Map.of("nickname", "x")).invalidFields()).containsExactly("nickname");
	}

	@Test
	void anAccountWithoutItsEventIsNotKept() {
		long before = accounts();
		PreparedAccount prepared = TestPeople.bean(Accounts.class)
			.prepare(new NewAccount(someEmail(), TestPeople.PASSWORD, "Ada", null, Role.MEMBER));
		TestPeople.transaction().executeWithoutResult((status) -> {
			TestPeople.bean(Accounts.class).store(prepared, Actor.SYSTEM);
			status.setRollbackOnly();
		});
		assertThat(accounts()).isEqualTo(before);
		assertThat(eventsOf(prepared.userId().toString())).isEmpty();
	}

	@Test
	void theDatabasesComplaintsQuoteNobody() {
		String email = member();
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> jdbc().sql("""
				INSERT INTO people.account (id, email, full_name, role, password_hash, created_at)
				SELECT gen_random_uuid(), email, full_name, role, password_hash, created_at
				FROM people.account WHERE email = :email
				""").param("email", email).update()).withMessageNotContaining(email);
	}

	private static long accounts() {
		return jdbc().sql("SELECT count(*) FROM people.account").query(Long.class).single();
	}

}
