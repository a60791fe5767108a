package clinic.daybook.people;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.Actor;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.transaction.PlatformTransactionManager;

import static clinic.daybook.people.TestPeople.ADMIN;
import static clinic.daybook.people.TestPeople.PASSWORD;
import static clinic.daybook.people.TestPeople.adminToken;
import static clinic.daybook.people.TestPeople.bean;
import static clinic.daybook.people.TestPeople.eventsOf;
import static clinic.daybook.people.TestPeople.get;
import static clinic.daybook.people.TestPeople.idOf;
import static clinic.daybook.people.TestPeople.jdbc;
import static clinic.daybook.people.TestPeople.login;
import static clinic.daybook.people.TestPeople.member;
import static clinic.daybook.people.TestPeople.registration;
import static clinic.daybook.people.TestPeople.send;
import static clinic.daybook.people.TestPeople.someEmail;
import static clinic.daybook.people.TestPeople.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Everybody's accounts, in an ADMIN's hands. */
class UsersTest {

	@BeforeEach
	void thereIsOneAdmin() {
		jdbc().sql("""
				UPDATE people.account SET enabled = true, role = CASE email WHEN :email THEN 'ADMIN' ELSE 'MEMBER' END
				WHERE role = 'ADMIN' OR email = :email
				""").param("email", ADMIN).update();
	}

	@Test
	void aNewRoleCountsAtOnceAndIsInTheBook() {
		String email = member();
		String token = tokenOf(email, PASSWORD);
		get("/admin/users", token).problem(403, "forbidden");
		JsonNode user = change(idOf(email), "ADMIN", true).is(200);
		assertThat(user.propertyNames()).containsExactly("userId", "email", "fullName", "phone", "role", "enabled");
		assertThat(user.path("role").asString()).isEqualTo("ADMIN");
		get("/admin/users", token).is(200);
		change(idOf(email), "MEMBER", true).is(200);
		get("/admin/users", token).problem(403, "forbidden");
		assertThat(eventsOf(idOf(email))).satisfiesExactly((event) -> assertThat(event).startsWith("UserRegistered 0 "),
				(event) -> assertThat(event)
					.startsWith("RoleChanged 1 {\"userId\":\"" + idOf(email) + "\",\"role\":\"ADMIN\"} ")
					.contains("\"actorId\":\"" + idOf(ADMIN) + "\"", "\"actorRole\":\"ADMIN\""),
				(event) -> assertThat(event).startsWith("RoleChanged 2 "));
	}

	@Test
	void whoeverIsDisabledIsOutAndMustLogInAnewWhenBack() {
		String email = member();
		JsonNode pair = login(email, PASSWORD).is(200);
		String token = pair.path("accessToken").asString();
		assertThat(change(idOf(email), "MEMBER", false).is(200).path("enabled").asBoolean()).isFalse();
		get("/auth/me", token).problem(401, "unauthenticated");
		login(email, PASSWORD).problem(401, "bad-credentials");
		change(idOf(email), "MEMBER", true).is(200);
		get("/auth/me", token).problem(401, "unauthenticated");
		login(email, PASSWORD).is(200);
		assertThat(typesOf(email)).containsExactly("UserRegistered", "UserDisabled", "UserEnabled");
	}

	@Test
	void bothAtOnceAreTwoEventsAndNothingNewIsNone() {
		String email = member();
		change(idOf(email), "RECEPTION", false).is(200);
		change(idOf(email), "RECEPTION", false).is(200);
		assertThat(typesOf(email)).containsExactly("UserRegistered", "RoleChanged", "UserDisabled");
	}

	@Test
	void whatIsWrongIsNamed() {
		String id = idOf(member());
		assertThat(put(id, Map.of()).invalidFields()).containsExactly("role", "enabled");
		assertThat(put(id, Map.of("role", "KING", "enabled", true)).invalidFields()).containsExactly("role");
		assertThat(put(id, Map.of("role", "MEMBER", "enabled", "yes")).invalidFields()).containsExactly("enabled");
		assertThat(put(id, Map.of("role", "MEMBER", "enabled", true, "email", "a@b.example")).invalidFields())
			.containsExactly("email");
		change(UUID.randomUUID().toString(), "MEMBER", true).problem(404, "not-found");
		get("/admin/users/" + UUID.randomUUID(), adminToken()).problem(404, "not-found");
		put("x", Map.of("role", "MEMBER", "enabled", true)).problem(400, "invalid-request");
	}

	@Test
	void onlyAnAdminSeesAndChangesUsers() {
		String token = tokenOf(member(), PASSWORD);
		String path = "/admin/users/" + idOf(member());
		get("/admin/users", token).problem(403, "forbidden");
		get(path, token).problem(403, "forbidden");
		send("PUT", path, Map.of("role", "ADMIN", "enabled", true), token).problem(403, "forbidden");
		get("/admin/users", null).problem(401, "unauthenticated");
	}

	@Test
	void whoeverHasNoLoginIsNoUser() {
		String email = someEmail();
		String id = MembersTest.takenIn(email);
		change(id, "ADMIN", true).problem(404, "not-found");
		change(id, "MEMBER", false).problem(404, "not-found");
		get("/admin/users/" + id, adminToken()).problem(404, "not-found");
		assertThat(emails("?q=" + email)).isEmpty();
		assertThat(eventsOf(id)).hasSize(1);
	}

	@Test
	void theLastAdminStaysOne() {
		List<String> before = eventsOf(idOf(ADMIN));
		change(idOf(ADMIN), "MEMBER", true).problem(409, "last-admin");
		change(idOf(ADMIN), "ADMIN", false).problem(409, "last-admin");
		String second = member();
		change(idOf(second), "ADMIN", false).is(200);
		change(idOf(ADMIN), "MEMBER", true).problem(409, "last-admin");
		change(idOf(ADMIN), "ADMIN", true).is(200);
		change(idOf(second), "MEMBER", true).is(200);
		assertThat(eventsOf(idOf(ADMIN))).isEqualTo(before);
	}

	@Test
	void ofAdminsWhoDismissEachOtherAtOnceOneIsLeft() throws Exception {
		for (int round = 0; round < 5; round++) {
			String second = member();
			change(idOf(second), "ADMIN", true).is(200);
			List<String> emails = List.of(ADMIN, second);
			List<String> tokens = List.of(adminToken(), tokenOf(second, PASSWORD));
			CountDownLatch start = new CountDownLatch(1);
			List<Future<Integer>> answers = new ArrayList<>();
			try (ExecutorService admins = Executors.newVirtualThreadPerTaskExecutor()) {
				for (int i = 0; i < 2; i++) {
					String token = tokens.get(i);
					Map<String, Object> body = Map.of("role", (round % 2 == 0) ? "MEMBER" : "ADMIN", "enabled",
							round % 2 == 0);
					String other = "/admin/users/" + idOf(emails.get(1 - i));
					Callable<Integer> dismissal = () -> {
						start.await();
						return send("PUT", other, body, token).status();
					};
					answers.add(admins.submit(dismissal));
				}
				start.countDown();
				assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsOnlyOnce(200)
					.containsAnyOf(401, 403, 409);
			}
			assertThat(enabledAdmins()).isEqualTo(1);
			// Back to the admin that all other tests know.
			jdbc().sql("UPDATE people.account SET role = 'ADMIN', enabled = true WHERE email = :email")
				.param("email", ADMIN)
				.update();
			change(idOf(second), "MEMBER", true).is(200);
		}
	}

	@Test
	void theCheckForTheLastAdminSeesWhatItWaitedFor() throws Exception {
		String second = member();
		change(idOf(second), "ADMIN", true).is(200);
		UUID first = UUID.fromString(idOf(ADMIN));
		try (ExecutorService admins = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Person> waiting = TestPeople.transaction().execute((status) -> {
				change(UUID.fromString(idOf(second)), Role.MEMBER, bean(UserChanges.class));
				Future<Person> other = admins.submit(() -> change(first, Role.MEMBER, bean(UserChanges.class)));
				untilSomebodyWaitsForALock();
				return other;
			});
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(waiting::get)
				.withCauseInstanceOf(ProblemException.class)
				.withMessageContaining("last-admin");
		}
		assertThat(enabledAdmins()).isEqualTo(1);
	}

	@Test
	void whoeverIsOvertakenTriesAgain() {
		String email = member();
		AtomicInteger looks = new AtomicInteger();
		change(UUID.fromString(idOf(email)), Role.RECEPTION, changesWhoseFirstLooksAreStale(1, looks));
		assertThat(looks).hasValue(2);
		assertThat(typesOf(email)).containsExactly("UserRegistered", "RoleChanged");
	}

	@Test
	void whoeverIsOvertakenAgainAndAgainChangesNothing() {
		String email = member();
		UUID id = UUID.fromString(idOf(email));
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> change(id, Role.RECEPTION, changesWhoseFirstLooksAreStale(1000, new AtomicInteger())))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ProblemCode.CONFLICT));
		assertThat(get("/admin/users/" + id, adminToken()).is(200).path("role").asString()).isEqualTo("MEMBER");
		assertThat(typesOf(email)).containsExactly("UserRegistered");
	}

	@Test
	void theListIsByNameAndReadInPages() {
		String mark = UUID.randomUUID().toString().substring(0, 8);
		for (String name : List.of("Cora", "Ada", "Bea", "Ada", "ada")) {
			Map<String, Object> body = new HashMap<>(registration(someEmail()));
			body.put("fullName", name + " " + mark);
			TestPeople.post("/auth/register", body).is(201);
		}
		List<String> ids = new ArrayList<>();
		List<String> names = new ArrayList<>();
		String after = "";
		do {
			JsonNode page = get("/admin/users?limit=2&q=" + mark.toUpperCase(Locale.ROOT) + after, adminToken())
				.is(200);
			assertThat(page.path("items").size()).isBetween(1, 2);
			page.path("items").forEach((user) -> {
				ids.add(user.path("userId").asString());
				names.add(user.path("fullName").asString().split(" ")[0]);
			});
			after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
		}
		while (!after.isEmpty());
		assertThat(ids).doesNotHaveDuplicates().hasSize(5);
		assertThat(names).containsExactlyInAnyOrder("Ada", "Ada", "Bea", "Cora", "ada")
			.containsSubsequence("Ada", "Ada", "Bea", "Cora");
	}

	@Test
	void theListCanBeNarrowed() {
		String email = member();
		assertThat(emails("?q=" + email)).containsExactly(email);
		assertThat(emails("?q=" + email + "&role=MEMBER")).containsExactly(email);
		assertThat(emails("?q=" + email + "&role=DOCTOR")).isEmpty();
		assertThat(emails("?role=ADMIN&limit=100")).contains(ADMIN).doesNotContain(email);
		assertThat(emails("?q=%25" + email)).as("no wildcards").isEmpty();
		assertThat(get("/admin/users?role=KING", adminToken()).invalidFields()).containsExactly("role");
		assertThat(get("/admin/users?name=x", adminToken()).invalidFields()).containsExactly("name");
		assertThat(get("/admin/users?after=x", adminToken()).invalidFields()).containsExactly("after");
	}

	@Test
	void whoeverAnAdminRegistersIsFoundWhereTheAnswerSays() {
		var answer = send("POST", "/auth/register", registration(someEmail()), adminToken());
		String id = answer.is(201).path("userId").asString();
		assertThat(answer.header("Location")).isEqualTo("/admin/users/" + id);
		assertThat(get(answer.header("Location"), adminToken()).is(200).path("userId").asString()).isEqualTo(id);
	}

	private static UserChanges changesWhoseFirstLooksAreStale(int stale, AtomicInteger looks) {
		EventStore book = bean(EventStore.class);
		EventStore behind = (EventStore) Proxy.newProxyInstance(UsersTest.class.getClassLoader(),
				new Class<?>[] { EventStore.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("lastSequenceNumberFor") && looks.incrementAndGet() <= stale) {
						return Optional.empty();
					}
					try {
						return method.invoke(book, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
		return new UserChanges(jdbc(), bean(AccountRepository.class), bean(Sessions.class), new UserJournal(behind),
				bean(PlatformTransactionManager.class));
	}

	private static void untilSomebodyWaitsForALock() {
		long deadline = System.nanoTime() + 10_000_000_000L;
		while (jdbc().sql("SELECT count(*) FROM pg_locks WHERE NOT granted").query(Long.class).single() == 0) {
			assertThat(System.nanoTime()).as("somebody waits").isLessThan(deadline);
			Thread.onSpinWait();
		}
	}

	private static long enabledAdmins() {
		return jdbc().sql("SELECT count(*) FROM people.account WHERE role = 'ADMIN' AND enabled")
			.query(Long.class)
			.single();
	}

	private static List<String> emails(String query) {
		return get("/admin/users" + query, adminToken()).is(200)
			.path("items")
			.valueStream()
			.map((user) -> user.path("email").asString())
			.toList();
	}

	private static List<String> typesOf(String email) {
		return eventsOf(idOf(email)).stream().map((event) -> event.split(" ")[0]).toList();
	}

	private static Person change(UUID id, Role role, UserChanges changes) {
		return changes.change(id, role, true, Actor.SYSTEM);
	}

	private static TestPeople.Answer change(String id, String role, boolean enabled) {
		return put(id, Map.of("role", role, "enabled", enabled));
	}

	private static TestPeople.Answer put(String id, Map<String, Object> body) {
		return send("PUT", "/admin/users/" + id, body, adminToken());
	}

}
