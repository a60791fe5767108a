package clinic.daybook.people;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import clinic.daybook.web.AccessTokens;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static clinic.daybook.people.TestPeople.PASSWORD;
import static clinic.daybook.people.TestPeople.bean;
import static clinic.daybook.people.TestPeople.get;
import static clinic.daybook.people.TestPeople.jdbc;
import static clinic.daybook.people.TestPeople.login;
import static clinic.daybook.people.TestPeople.member;
import static clinic.daybook.people.TestPeople.post;
import static clinic.daybook.people.TestPeople.send;
import static clinic.daybook.people.TestPeople.someEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** In, on and out. */
class LoginTest {

	@Test
	void theRightPasswordGivesAPairOfTokens() {
		String email = member();
		JsonNode pair = login(" " + email.toUpperCase(Locale.ROOT), PASSWORD).is(200);
		assertThat(pair.propertyNames()).containsExactly("accessToken", "tokenType", "expiresIn", "refreshToken");
		assertThat(pair.path("tokenType").asString()).isEqualTo("Bearer");
		assertThat(pair.path("expiresIn").asInt()).isEqualTo(900);
		get("/auth/me", accessToken(pair)).is(200);
	}

	@Test
	void wrongEitherWayGivesTheSameAnswer() {
		String email = member();
		JsonNode wrongPassword = login(email, "correct horsf").problem(401, "bad-credentials");
		JsonNode unknownEmail = login(someEmail(), PASSWORD).problem(401, "bad-credentials");
		assertThat(unknownEmail.path("detail")).isEqualTo(wrongPassword.path("detail"));
		assertThat(login("", "").header("WWW-Authenticate")).isEqualTo("Bearer");
		assertThat(post("/auth/login", Map.of("email", email)).invalidFields()).containsExactly("password");
	}

	/** Else the time it takes would tell who has an account. */
	@Test
	void whoeverIsUnknownOrDisabledCostsAComparisonToo() {
		String disabled = member();
		jdbc().sql("UPDATE people.account SET enabled = false WHERE email = :email").param("email", disabled).update();
		AtomicInteger comparisons = new AtomicInteger();
		LoginApi api = new LoginApi(bean(AccountRepository.class), new Passwords(sayingYes(comparisons)),
				bean(Sessions.class), bean(AccessTokens.class), new RateLimits(false));
		for (String email : List.of(someEmail(), disabled)) {
			assertThatExceptionOfType(ProblemException.class)
				.isThrownBy(() -> api.login(new LoginApi.Credentials(email, PASSWORD), new MockHttpServletRequest()))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ProblemCode.BAD_CREDENTIALS));
		}
		assertThat(comparisons).hasValue(2);
	}

	@Test
	void aDisabledAccountIsOutAtOnceAndStaysOut() {
		String email = member();
		JsonNode pair = login(email, PASSWORD).is(200);
		jdbc().sql("UPDATE people.account SET enabled = false WHERE email = :email").param("email", email).update();
		get("/auth/me", accessToken(pair)).problem(401, "unauthenticated");
		refresh(pair).problem(401, "unauthenticated");
		login(email, PASSWORD).problem(401, "bad-credentials");
	}

	@Test
	void aRoleTakenAwayIsGoneAtOnce() {
		String email = member();
		JsonNode pair = login(email, PASSWORD).is(200);
		jdbc().sql("UPDATE people.account SET role = 'AUDITOR' WHERE email = :email").param("email", email).update();
		assertThat(get("/auth/me", accessToken(pair)).is(200).path("role").asString()).isEqualTo("AUDITOR");
	}

	@Test
	void refreshTokensAreGoodOnce() {
		JsonNode first = login(member(), PASSWORD).is(200);
		JsonNode second = refresh(first).is(200);
		JsonNode third = refresh(second).is(200);
		get("/auth/me", accessToken(third)).is(200);
		assertThat(refreshToken(third)).isNotIn(refreshToken(first), refreshToken(second));
	}

	@Test
	void aRefreshTokenUsedAgainEndsTheWholeSessionAndNoOther() {
		String email = member();
		JsonNode other = login(email, PASSWORD).is(200);
		JsonNode first = login(email, PASSWORD).is(200);
		JsonNode second = refresh(first).is(200);
		refresh(first).problem(401, "unauthenticated");
		refresh(second).problem(401, "unauthenticated");
		get("/auth/me", accessToken(second)).problem(401, "unauthenticated");
		get("/auth/me", accessToken(other)).is(200);
		refresh(other).is(200);
	}

	@Test
	void whoeverMakesATokenUpEndsNothing() {
		JsonNode pair = login(member(), PASSWORD).is(200);
		RefreshToken real = RefreshToken.parse(refreshToken(pair)).orElseThrow();
		post("/auth/refresh", Map.of("refreshToken", RefreshToken.first(real.sessionId()).text())).problem(401,
				"unauthenticated");
		refresh(pair).is(200);
	}

	@Test
	void ofManyWhoRefreshAtOnceAtMostOneIsServed() throws Exception {
		JsonNode pair = login(member(), PASSWORD).is(200);
		Callable<Integer> runner = () -> refresh(pair).status();
		int served = 0;
		try (ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Integer> result : IntStream.range(0, 8).mapToObj((i) -> runners.submit(runner)).toList()) {
				assertThat(result.get()).isIn(200, 401);
				served += (result.get() == 200) ? 1 : 0;
			}
		}
		assertThat(served).isEqualTo(1);
		refresh(pair).problem(401, "unauthenticated");
	}

	@Test
	void aSessionLastsFourteenDaysFromItsLastUse() {
		JsonNode pair = login(member(), PASSWORD).is(200);
		TestPeople.CLOCK.advance(Duration.ofDays(14).minusSeconds(1));
		JsonNode renewed = refresh(pair).is(200);
		TestPeople.CLOCK.advance(Duration.ofDays(14));
		refresh(renewed).problem(401, "unauthenticated");
	}

	@Test
	void loggingOutEndsTheSessionAndIsAlwaysFine() {
		JsonNode pair = login(member(), PASSWORD).is(200);
		logout(pair).is(204);
		get("/auth/me", accessToken(pair)).problem(401, "unauthenticated");
		refresh(pair).problem(401, "unauthenticated");
		logout(pair).is(204);
		post("/auth/logout", Map.of("refreshToken", "nonsense")).is(204);
		post("/auth/logout", Map.of("refreshToken", "")).is(204);
		post("/auth/logout", Map.of()).is(204);
		post("/auth/logout", null).is(204);
		send("POST", "/auth/logout", null, "nonsense").is(204);
	}

	@Test
	void whoeverLogsOutWithAnOlderTokenIsOutAllTheSame() {
		JsonNode first = login(member(), PASSWORD).is(200);
		JsonNode second = refresh(first).is(200);
		logout(first).is(204);
		get("/auth/me", accessToken(second)).problem(401, "unauthenticated");
		refresh(second).problem(401, "unauthenticated");
	}

	@Test
	void anAccessTokenAloneIsEnoughToLogOut() {
		String email = member();
		JsonNode other = login(email, PASSWORD).is(200);
		JsonNode pair = login(email, PASSWORD).is(200);
		send("POST", "/auth/logout", null, accessToken(pair)).is(204);
		get("/auth/me", accessToken(pair)).problem(401, "unauthenticated");
		refresh(pair).problem(401, "unauthenticated");
		get("/auth/me", accessToken(other)).is(200);
		send("POST", "/auth/logout", null, accessToken(pair)).is(204);
	}

	@Test
	void anExpiredAccessTokenIsNoHindranceToRefreshing() {
		JsonNode pair = login(member(), PASSWORD).is(200);
		TestPeople.CLOCK.advance(Duration.ofMinutes(16));
		get("/auth/me", accessToken(pair)).problem(401, "unauthenticated");
		JsonNode renewed = send("POST", "/auth/refresh", Map.of("refreshToken", refreshToken(pair)), accessToken(pair))
			.is(200);
		get("/auth/me", accessToken(renewed)).is(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "AAAA", "@@@" })
	void otherRefreshTokensAreRefused(String token) {
		post("/auth/refresh", Map.of("refreshToken", token)).problem(401, "unauthenticated");
	}

	@Test
	void hashesOfOtherCostsAreStillGood() {
		String email = member();
		String older = new Argon2PasswordEncoder(16, 32, 2, 128, 3).encode("an older password");
		jdbc().sql("UPDATE people.account SET password_hash = :hash WHERE email = :email")
			.param("hash", older)
			.param("email", email)
			.update();
		login(email, "an older password").is(200);
		login(email, PASSWORD).problem(401, "bad-credentials");
	}

	@Test
	void nothingThatIsStoredLogsAnybodyIn() {
		String email = member();
		JsonNode pair = login(email, PASSWORD).is(200);
		RefreshToken token = RefreshToken.parse(refreshToken(pair)).orElseThrow();
		assertThat(jdbc().sql("SELECT password_hash FROM people.account WHERE email = :email")
			.param("email", email)
			.query(String.class)
			.single()).startsWith("$argon2id$v=19$m=64,t=1,p=1$").doesNotContain(PASSWORD);
		assertThat(jdbc().sql("SELECT token_hash FROM people.session WHERE id = :id")
			.param("id", token.sessionId())
			.query((row, number) -> row.getBytes(1))
			.single()).isEqualTo(token.tokenHash());
	}

	@Test
	void expiredSessionsAreClearedAwayAtTheNextLogin() {
		String email = member();
		login(email, PASSWORD).is(200);
		TestPeople.CLOCK.advance(Duration.ofDays(15));
		login(email, PASSWORD).is(200);
		assertThat(jdbc().sql("""
				SELECT count(*) FROM people.session JOIN people.account ON account.id = session.account_id
				WHERE email = :email
				""").param("email", email).query(Long.class).single()).isEqualTo(1);
	}

	private static PasswordEncoder sayingYes(AtomicInteger comparisons) {
		return new PasswordEncoder() {
			@Override
			public String encode(CharSequence password) {
				return "nobody's";
			}

			@Override
			public boolean matches(CharSequence password, String hash) {
				comparisons.incrementAndGet();
				return true;
			}
		};
	}

	private static TestPeople.Answer refresh(JsonNode pair) {
		return post("/auth/refresh", Map.of("refreshToken", refreshToken(pair)));
	}

	private static TestPeople.Answer logout(JsonNode pair) {
		return post("/auth/logout", Map.of("refreshToken", refreshToken(pair)));
	}

	private static String accessToken(JsonNode pair) {
		return pair.path("accessToken").asString();
	}

	private static String refreshToken(JsonNode pair) {
		return pair.path("refreshToken").asString();
	}

}
