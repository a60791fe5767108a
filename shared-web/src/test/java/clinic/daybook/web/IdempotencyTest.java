package clinic.daybook.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import clinic.daybook.api.users.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that come more than once, and what becomes of those that broke off. */
class IdempotencyTest {

	private static final String PATH = "/api/things/new";

	private static final String BODY = "{\"flag\":true,\"name\":\"Zoë\"}";

	private static final String OTHER_BODY = "{\"flag\":false,\"name\":\"Zoë\"}";

	private static final String REFUSED_BODY = "{\"flag\":true,\"role\":\"AUDITOR\"}";

	private final UUID caller = UUID.randomUUID();

	private final String key = UUID.randomUUID().toString();

	private final JdbcClient jdbc = TestServer.bean(JdbcClient.class);

	private final int effectsBefore = TestEdges.EFFECTS.get();

	IdempotencyTest() {
		TestEdges.ATTEMPTED.clear();
		this.jdbc.sql("DELETE FROM web.idempotency").update();
	}

	@AfterEach
	void nothingGoesOnMeanwhile() {
		TestEdges.meanwhile = () -> {
		};
	}

	@Test
	void theSameAgainIsAnsweredTheSameAndDoneOnce() {
		TestServer.Answer first = post(BODY);
		TestServer.Answer again = post(BODY);

		assertThat(first.status()).isEqualTo(201);
		assertThat(first.header("Location")).isEqualTo("/api/things/" + attempted(0).value());
		assertThat(first.header("ETag")).isEqualTo("\"1\"");
		assertThat(first.header("Consistency-Token")).isNotEmpty();
		isTheSame(again, first);
		assertThat(again.header("X-Trace-Id")).isNotEqualTo(first.header("X-Trace-Id"));
		assertThat(effects()).isOne();
	}

	@Test
	void withoutAKeyItIsDoneAsOftenAsItIsAsked() {
		postWith(PATH, BODY);
		postWith(PATH, BODY);

		assertThat(effects()).isEqualTo(2);
		assertThat(attempted(0).value()).isNotEqualTo(attempted(1).value());
		assertThat(attempted(1).mayExist()).isFalse();
		assertThat(attempted(1).value().version()).isEqualTo(7);
	}

	@Test
	void anotherBodyIsRefused() {
		post(BODY);

		post(OTHER_BODY).problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
		post(BODY + " ").problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
		assertThat(effects()).isOne();
	}

	@Test
	void anotherCallerAndAnotherPathHaveKeysOfTheirOwn() {
		post(BODY);

		postWith("/api/things/other/new", BODY, "Idempotency-Key", this.key);
		TestServer.call("POST", PATH, OTHER_BODY, "Authorization", "Bearer " + TestServer.tokenFor(Role.MEMBER),
				"Content-Type", "application/json", "Idempotency-Key", this.key);

		assertThat(effects()).isEqualTo(3);
	}

	@Test
	void aRefusalIsNotRemembered() {
		post(REFUSED_BODY).problem(ProblemCode.SLOT_TAKEN);
		post(REFUSED_BODY).problem(ProblemCode.SLOT_TAKEN);
		assertThat(post("{\"flag\":1}").invalidField()).isEqualTo("flag");
		assertThat(rows()).isZero();

		assertThat(post(BODY).status()).isEqualTo(201);
		assertThat(attempted(2).mayExist()).isFalse();
	}

	@Test
	void anAttemptWithAnUnknownEndIsTakenUpWithItsIdAndBodyOnly() {
		TestEdges.meanwhile = () -> {
			throw new IllegalStateException("broken off");
		};
		post(BODY).problem(ProblemCode.INTERNAL_ERROR);
		nothingGoesOnMeanwhile();

		post(OTHER_BODY).problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
		TestServer.Answer again = post(BODY);

		assertThat(again.status()).isEqualTo(201);
		assertThat(attempted(1)).isEqualTo(new NewId(attempted(0).value(), true));
		isTheSame(post(BODY), again);
		assertThat(effects()).isOne();
	}

	@Test
	void aRefusalSaysNothingOfAnEarlierAttemptThatBrokeOff() {
		TestEdges.meanwhile = () -> {
			throw new IllegalStateException("broken off");
		};
		post(BODY).problem(ProblemCode.INTERNAL_ERROR);
		TestEdges.meanwhile = () -> {
			throw new ProblemException(ProblemCode.SLOT_TAKEN);
		};
		post(BODY).problem(ProblemCode.SLOT_TAKEN);
		nothingGoesOnMeanwhile();

		post(OTHER_BODY).problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
		assertThat(post(BODY).status()).isEqualTo(201);
		assertThat(attempted(2)).isEqualTo(new NewId(attempted(0).value(), true));
	}

	/** As after a crash between the deed and the remembering of it. */
	@Test
	void anAnswerThatIsGoneIsGivenAnewUnderTheSameId() {
		post(BODY);
		this.jdbc.sql("UPDATE web.idempotency SET answer = NULL").update();

		assertThat(post(BODY).status()).isEqualTo(201);
		assertThat(attempted(1)).isEqualTo(new NewId(attempted(0).value(), true));
	}

	@Test
	void whoComesMeanwhileWaitsForTheAnswer() {
		CountDownLatch hasWaited = new CountDownLatch(3);
		AttemptTable table = new AttemptTable(this.jdbc, TestServer.CLOCK) {
			@Override
			Earlier earlier(IdempotencyKey asked, byte[] fingerprint) {
				hasWaited.countDown();
				return super.earlier(asked, fingerprint);
			}
		};
		CompletableFuture<Attempts.Turn> second = new CompletableFuture<>();
		TestEdges.meanwhile = () -> {
			IdempotencyKey same = IdempotencyKey.of(List.of(this.key), this.caller, "POST", PATH);
			second.completeAsync(() -> new Attempts(table).take(same, BODY.getBytes(StandardCharsets.UTF_8)));
			await(hasWaited);
		};

		TestServer.Answer first = post(BODY);

		assertThat(second.join()).isInstanceOfSatisfying(Attempts.Turn.Replay.class,
				(replay) -> assertThat(new String(replay.answer().body(), StandardCharsets.UTF_8))
					.isEqualTo(first.response().body()));
	}

	@Test
	void anotherBodyDoesNotWait() {
		TestEdges.meanwhile = () -> {
			nothingGoesOnMeanwhile();
			post(OTHER_BODY).problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
		};

		assertThat(post(BODY).status()).isEqualTo(201);
	}

	/** It was slow, and taken for dead: whoever answers first is the one remembered. */
	@Test
	void anAttemptThatCountsAsDeadIsTakenOverAndMayStillComeToItsEnd() {
		List<TestServer.Answer> second = new CopyOnWriteArrayList<>();
		TestEdges.meanwhile = () -> {
			nothingGoesOnMeanwhile();
			countsAsDead();
			second.add(post(BODY));
		};

		TestServer.Answer first = post(BODY);

		assertThat(first.status()).isEqualTo(201);
		assertThat(attempted(1)).isEqualTo(new NewId(attempted(0).value(), true));
		assertThat(first.header("Location")).isEqualTo(second.getFirst().header("Location"));
		isTheSame(post(BODY), second.getFirst());
	}

	/** The one taken for dead must not undo what the other is at. */
	@Test
	void anAttemptThatCountsAsDeadFreesNothingByItsRefusal() {
		List<TestServer.Answer> second = new CopyOnWriteArrayList<>();
		TestEdges.meanwhile = () -> {
			TestEdges.meanwhile = () -> {
				throw new IllegalStateException("broken off too");
			};
			countsAsDead();
			second.add(post(BODY));
			throw new ProblemException(ProblemCode.SLOT_TAKEN);
		};

		post(BODY).problem(ProblemCode.SLOT_TAKEN);
		second.getFirst().problem(ProblemCode.INTERNAL_ERROR);
		nothingGoesOnMeanwhile();

		post(OTHER_BODY).problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
		assertThat(post(BODY).status()).isEqualTo(201);
		assertThat(attempted(2).value()).isEqualTo(attempted(0).value());
	}

	@Test
	void whatCannotBeRememberedIsAnsweredAllTheSame() {
		TestEdges.meanwhile = () -> this.jdbc.sql("ALTER TABLE web.idempotency RENAME TO away").update();

		TestServer.Answer first = post(BODY);

		this.jdbc.sql("ALTER TABLE web.away RENAME TO idempotency").update();
		assertThat(first.status()).isEqualTo(201);
		assertThat(first.json().path("name").asString()).isEqualTo("Zoë");
	}

	@Test
	void aKeyLastsADay() {
		post(BODY);
		TestServer.CLOCK.advance(Duration.ofHours(24).minusSeconds(1));
		post(BODY);
		post(OTHER_BODY).problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
		assertThat(effects()).isOne();

		TestServer.CLOCK.advance(Duration.ofSeconds(1));

		assertThat(post(OTHER_BODY).status()).isEqualTo(201);
		assertThat(attempted(1).mayExist()).isFalse();
		assertThat(attempted(1).value()).isNotEqualTo(attempted(0).value());
		assertThat(post(OTHER_BODY).status()).isEqualTo(201);
		assertThat(effects()).isEqualTo(2);
	}

	@Test
	void whatHasExpiredIsSweptAway() {
		post(BODY);
		TestServer.CLOCK.advance(Duration.ofHours(12));
		postWith(PATH, BODY, "Idempotency-Key", this.key + "-later");
		TestServer.CLOCK.advance(Duration.ofHours(12));
		this.jdbc.sql("""
				INSERT INTO web.idempotency (scope, request, id, lease, leased_until, expires_at)
				SELECT sha256(n::text::bytea), sha256(''), gen_random_uuid(),
					CASE n WHEN 1 THEN gen_random_uuid() END, CASE n WHEN 1 THEN clock_timestamp() + interval '1 h' END,
					'2026-01-01'
				FROM generate_series(1, 2500) AS n
				""").update();

		TestServer.bean(Attempts.class).sweep();

		assertThat(this.jdbc.sql("SELECT count(*) FROM web.idempotency WHERE lease IS NULL").query(Long.class).single())
			.isOne();
		assertThat(rows()).as("one under way, however old").isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", " " })
	void aMalformedKeyIsNamed(String malformed) {
		assertThat(postWith(PATH, BODY, "Idempotency-Key", malformed).invalidField()).isEqualTo("Idempotency-Key");
		assertThat(postWith(PATH, BODY, "Idempotency-Key", "a", "Idempotency-Key", "b").invalidField())
			.isEqualTo("Idempotency-Key");
		assertThat(effects()).isZero();
	}

	@Test
	void aKeyIsAscii() throws IOException {
		assertThat(TestServer.raw("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "Authorization: Bearer " + TestServer.tokenFor(Role.MEMBER) + "\r\nContent-Type: application/json\r\n"
				+ "Content-Length: 13\r\nIdempotency-Key: \u00e9\r\n\r\n{\"flag\":true}"))
			.startsWith("HTTP/1.1 400")
			.contains("\"field\":\"Idempotency-Key\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a-key", "", "a b" })
	void whereNothingIsCreatedAKeyMeansNothing(String any) {
		postWith("/api/things", BODY, "Idempotency-Key", any).ok();
		postWith("/api/things", OTHER_BODY, "Idempotency-Key", any).ok();
		TestServer.call("POST", "/auth/login", "{}", "Idempotency-Key", any).ok();
		TestServer.call("POST", "/auth/login", "{ }", "Idempotency-Key", any).ok();

		assertThat(effects()).isEqualTo(2);
		assertThat(rows()).isZero();
	}

	@Test
	void whoeverIsTurnedAwayBeforeMakesNoAttempt() {
		String[] withKey = { "Content-Type", "application/json", "Idempotency-Key", this.key };
		TestServer.call("POST", PATH, BODY, withKey).problem(ProblemCode.UNAUTHENTICATED);
		TestServer
			.call("POST", PATH, BODY, "Idempotency-Key", this.key, "Authorization",
					"Bearer " + TestServer.tokenFor(this.caller, Role.AUDITOR))
			.problem(ProblemCode.FORBIDDEN);
		assertThat(postWith(PATH + "?colour=red", BODY, "Idempotency-Key", "").invalidField()).isEqualTo("colour");
		postWith("/api/things/of/nothing", BODY, "Idempotency-Key", "").problem(ProblemCode.NOT_FOUND);
		TestServer.call("PUT", PATH, BODY, withKey).problem(ProblemCode.METHOD_NOT_ALLOWED);

		assertThat(rows()).isZero();
		assertThat(post(OTHER_BODY).status()).isEqualTo(201);
	}

	@Test
	void aBodyIsStillNoLargerThanItMayBe() {
		post("{\"flag\":true,\"name\":\"" + "x".repeat(300_000) + "\"}").problem(ProblemCode.PAYLOAD_TOO_LARGE);
		String large = "{\"flag\":true,\"name\":\"" + "x".repeat(200_000) + "\"}";

		TestServer.Answer first = post(large);

		assertThat(first.status()).isEqualTo(201);
		isTheSame(post(large), first);
	}

	@Test
	void theDatabaseAloneTellsNothing() {
		post(BODY);

		Map<String, Object> row = this.jdbc.sql("SELECT * FROM web.idempotency").query().singleRow();

		assertThat(row.values().stream().map(IdempotencyTest::text)).noneMatch((text) -> text.contains("Zo")
				|| text.contains("ETag") || text.contains(this.key) || text.contains(this.caller.toString()));
		assertThat(text(row.get("id"))).isEqualTo(attempted(0).value().toString());
	}

	private void countsAsDead() {
		this.jdbc.sql("UPDATE web.idempotency SET leased_until = clock_timestamp() WHERE lease IS NOT NULL").update();
	}

	private static String text(Object value) {
		return (value instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
	}

	private static void isTheSame(TestServer.Answer again, TestServer.Answer first) {
		assertThat(again.status()).isEqualTo(first.status());
		assertThat(again.response().body()).isEqualTo(first.response().body());
		for (String header : List.of("Location", "ETag", "Content-Type", "Consistency-Token", "Content-Length")) {
			assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
		}
	}

	private static NewId attempted(int index) {
		return TestEdges.ATTEMPTED.get(index);
	}

	private int effects() {
		return TestEdges.EFFECTS.get() - this.effectsBefore;
	}

	private long rows() {
		return this.jdbc.sql("SELECT count(*) FROM web.idempotency").query(Long.class).single();
	}

	private TestServer.Answer post(String body) {
		return postWith(PATH, body, "Idempotency-Key", this.key);
	}

	private TestServer.Answer postWith(String path, String body, String... headers) {
		String[] all = Arrays.copyOf(headers, headers.length + 4);
		all[headers.length] = "Authorization";
		all[headers.length + 1] = "Bearer " + TestServer.tokenFor(this.caller, Role.MEMBER);
		all[headers.length + 2] = "Content-Type";
		all[headers.length + 3] = "application/json";
		return TestServer.call("POST", path, body, all);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).as("the second has waited").isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
