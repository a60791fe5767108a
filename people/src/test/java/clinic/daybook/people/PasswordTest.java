package clinic.daybook.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.mock.web.MockHttpServletRequest;

import static clinic.daybook.people.TestPeople.PASSWORD;
import static clinic.daybook.people.TestPeople.adminToken;
import static clinic.daybook.people.TestPeople.bean;
import static clinic.daybook.people.TestPeople.get;
import static clinic.daybook.people.TestPeople.idOf;
import static clinic.daybook.people.TestPeople.login;
import static clinic.daybook.people.TestPeople.member;
import static clinic.daybook.people.TestPeople.post;
import static clinic.daybook.people.TestPeople.send;
import static clinic.daybook.people.TestPeople.someEmail;
import static clinic.daybook.people.TestPeople.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

/** New passwords for old, one's own and those that an ADMIN gives. */
class PasswordTest {

	private static final String NEXT = "battery staple";

	@Test
	void aNewPasswordTakesTheOldOnesPlace() {
		String email = member();
		choose(tokenOf(email, PASSWORD), PASSWORD, NEXT).is(204);
		login(email, PASSWORD).problem(401, "bad-credentials");
		login(email, NEXT).is(200);
	}

	@Test
	void onlyTheSessionInWhichItIsChosenGoesOn() {
		String email = member();
		JsonNode other = login(email, PASSWORD).is(200);
		JsonNode own = login(email, PASSWORD).is(200);
		String somebodyElse = tokenOf(member(), PASSWORD);
		choose(accessToken(own), PASSWORD, NEXT).is(204);
		get("/auth/me", accessToken(other)).problem(401, "unauthenticated");
		refresh(other).problem(401, "unauthenticated");
		get("/auth/me", accessToken(own)).is(200);
		refresh(own).is(200);
		get("/auth/me", somebodyElse).is(200);
	}

	@Test
	void withoutTheCurrentOneNothingChanges() {
		String email = member();
		JsonNode other = login(email, PASSWORD).is(200);
		choose(tokenOf(email, PASSWORD), "correct horsf", NEXT).problem(401, "bad-credentials");
		get("/auth/me", accessToken(other)).is(200);
		login(email, PASSWORD).is(200);
		choose(null, PASSWORD, NEXT).problem(401, "unauthenticated");
	}

	@Test
	void whatIsWrongIsNamed() {
		String token = tokenOf(member(), PASSWORD);
		assertThat(send("POST", "/auth/password", Map.of(), token).invalidFields()).containsExactly("currentPassword",
				"newPassword");
		assertThat(choose(token, PASSWORD, "seven77").invalidFields()).containsExactly("newPassword");
		assertThat(choose(token, PASSWORD, "x".repeat(201)).invalidFields()).containsExactly("newPassword");
		assertThat(choose(token, PASSWORD, PASSWORD).invalidFields()).containsExactly("newPassword");
	}

	@Test
	void ofManyChoicesAtOnceOneStands() throws Exception {
		String email = member();
		String token = tokenOf(email, PASSWORD);
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> answers = IntStream.range(0, 6).mapToObj((i) -> {
				Callable<Integer> runner = () -> {
					start.await();
					return choose(token, PASSWORD, NEXT + i).status();
				};
				return runners.submit(runner);
			}).toList();
			start.countDown();
			for (int i = 0; i < answers.size(); i++) {
				int status = answers.get(i).get();
				assertThat(status).isIn(204, 401, 409);
				assertThat(login(email, NEXT + i).status()).isEqualTo((status == 204) ? 200 : 401);
			}
		}
		login(email, PASSWORD).problem(401, "bad-credentials");
	}

	@Test
	void aLoginWithTheOldPasswordThatIsUnderWayOpensNothing() {
		String email = member();
		Account asVerified = bean(AccountRepository.class).findLogin(email).orElseThrow();
		choose(tokenOf(email, PASSWORD), PASSWORD, NEXT).is(204);
		assertThat(bean(Sessions.class).open(asVerified)).isEmpty();
		assertThat(bean(Sessions.class).open(bean(AccountRepository.class).findLogin(email).orElseThrow())).isPresent();
	}

	@Test
	void aTemporaryPasswordOpensNothingButTheChoiceOfAnother() {
		String email = member();
		JsonNode before = login(email, PASSWORD).is(200);
		give(idOf(email), "temporary 1").is(204);
		get("/auth/me", accessToken(before)).problem(401, "unauthenticated");
		refresh(before).problem(401, "unauthenticated");
		login(email, PASSWORD).problem(401, "bad-credentials");

		JsonNode first = login(email, "temporary 1").is(200);
		get("/auth/me", accessToken(first)).is(200);
		JsonNode pair = refresh(first).is(200);
		String token = accessToken(pair);
		assertThat(send("PUT", "/auth/me", Map.of("fullName", "A"), token).problem(403, "forbidden")
			.path("detail")
			.asString()).contains("/auth/password");
		send("POST", "/auth/register", Map.of(), token).problem(403, "forbidden");
		assertThat(choose(token, "temporary 1", "temporary 1").invalidFields()).containsExactly("newPassword");
		get("/admin/users", token).problem(403, "forbidden");

		choose(token, "temporary 1", NEXT).is(204);
		send("PUT", "/auth/me", Map.of("fullName", "A"), token).is(200);
		send("PUT", "/auth/me", Map.of("fullName", "A"), tokenOf(email, NEXT)).is(200);
	}

	@Test
	void whoeverHasATemporaryPasswordMayLeave() {
		String email = member();
		give(idOf(email), "temporary 1").is(204);
		JsonNode pair = login(email, "temporary 1").is(200);
		send("POST", "/auth/logout", Map.of("refreshToken", pair.path("refreshToken").asString()), accessToken(pair))
			.is(204);
		get("/auth/me", accessToken(pair)).problem(401, "unauthenticated");
	}

	@Test
	void onlyAnAdminGivesTemporaryPasswords() {
		String id = idOf(member());
		send("POST", "/admin/users/" + id + "/password", Map.of("temporaryPassword", "temporary 1"),
				tokenOf(member(), PASSWORD))
			.problem(403, "forbidden");
		assertThat(give(id, "seven77").invalidFields()).containsExactly("temporaryPassword");
		assertThat(send("POST", "/admin/users/" + id + "/password", Map.of(), adminToken()).invalidFields())
			.containsExactly("temporaryPassword");
		give("00000000-0000-0000-0000-000000000000", "temporary 1").problem(404, "not-found");
	}

	@Test
	void whoeverHasNoLoginGetsNoPassword() {
		String email = someEmail();
		give(MembersTest.takenIn(email), "temporary 1").problem(404, "not-found");
		login(email, "temporary 1").problem(401, "bad-credentials");
	}

	/** A whole clinic may be behind one address, and be told to choose new ones. */
	@Test
	void choosingOneRightlyIsNoFailedGuess() {
		PasswordApi api = new PasswordApi(bean(PasswordChanges.class), new RateLimits(true));
		for (int i = 0; i < 7; i++) {
			Caller caller = new Caller(UUID.fromString(idOf(member())), Role.MEMBER, null, UUID.randomUUID(), false);
			for (int j = 0; j < 9; j++) {
				api.change(caller, new PasswordApi.PasswordChange((j == 0) ? PASSWORD : NEXT + j, NEXT + (j + 1)),
						new MockHttpServletRequest());
			}
		}
	}

	private static TestPeople.Answer choose(String token, String current, String next) {
		return send("POST", "/auth/password", Map.of("currentPassword", current, "newPassword", next), token);
	}

	private static TestPeople.Answer give(String id, String password) {
		return send("POST", "/admin/users/" + id + "/password", Map.of("temporaryPassword", password), adminToken());
	}

	private static TestPeople.Answer refresh(JsonNode pair) {
		return post("/auth/refresh", Map.of("refreshToken", pair.path("refreshToken").asString()));
	}

	private static String accessToken(JsonNode pair) {
		return pair.path("accessToken").asString();
	}

}
