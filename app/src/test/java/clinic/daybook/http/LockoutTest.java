package clinic.daybook.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Staff;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who guesses is slowed down, but nobody locks anybody else out: no stranger a member, no
 * admin the clinic.
 */
class LockoutTest {

	private static final String WHY_NOT_THERE = "has one loopback address only";

	private static final Daybook DAYBOOK = Daybook.limiting();

	private final Clinic clinic = DAYBOOK.clinic();

	@AfterAll
	static void close() {
		DAYBOOK.close();
	}

	@Test
	@DisabledOnOs(value = OS.MAC, disabledReason = WHY_NOT_THERE)
	void whoeverGuessesIsToldHowLongToWait() {
		Member member = this.clinic.member();
		Visitor guesser = DAYBOOK.from("127.0.0.2").anyone();

		Answer refused = untilRefused(10, () -> logsIn(guesser, member.email(), "not the password"));

		assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
		logsIn(guesser, member.email(), member.password()).problem(429, "rate-limited");
		logsIn(guesser.with("X-Forwarded-For", "203.0.113.7"), member.email(), member.password()).problem(429,
				"rate-limited");
		logsIn(guesser, Clinic.anEmail(), member.password()).problem(401, "bad-credentials");
	}

	@Test
	@DisabledOnOs(value = OS.MAC, disabledReason = WHY_NOT_THERE)
	void aStrangerLocksNobodyOut() {
		Member member = this.clinic.member();
		Visitor stranger = DAYBOOK.from("127.0.0.3").anyone();

		untilRefused(10, () -> logsIn(stranger, member.email(), "not the password"));
		untilRefused(40, () -> logsIn(stranger, Clinic.anEmail(), "not the password"));

		Answer pair = logsIn(this.clinic.anyone(), member.email(), member.password()).is(200);
		this.clinic.anyone().post("/auth/refresh", Json.body("refreshToken", pair.text("refreshToken"))).is(200);
		stranger.post("/auth/refresh", Json.body("refreshToken", "made up")).problem(401, "unauthenticated");
		stranger.post("/auth/logout", Json.body("refreshToken", "made up")).is(204);
		member.get("/auth/me").is(200);
	}

	@Test
	@DisabledOnOs(value = OS.MAC, disabledReason = WHY_NOT_THERE)
	void aStolenAccessTokenIsNoMeansToFindThePassword() {
		Member member = this.clinic.member();
		Visitor thief = DAYBOOK.from("127.0.0.4").anyone().withToken(member.as().token());

		untilRefused(10, () -> chooses(thief, "not the password"));

		chooses(member.as(), member.password()).is(204);
	}

	@Test
	@DisabledOnOs(value = OS.MAC, disabledReason = WHY_NOT_THERE)
	void registeringHasItsLimitToo() {
		Visitor busy = DAYBOOK.from("127.0.0.5").anyone();

		Answer refused = untilRefused(20, () -> busy.post("/auth/register", Clinic.registration(Clinic.anEmail())));

		assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
		this.clinic.anyone().post("/auth/register", Clinic.registration(Clinic.anEmail())).is(201);
	}

	@Test
	void theLastAdminStaysOneWhateverTwoDoAtOnce() throws Exception {
		Staff first = this.clinic.admin();
		first.put("/admin/users/" + first.userId(), Json.body("role", "MEMBER", "enabled", true))
			.problem(409, "last-admin");
		first.put("/admin/users/" + first.userId(), Json.body("role", "ADMIN", "enabled", false))
			.problem(409, "last-admin");
		Staff second = this.clinic.staff("ADMIN");

		List<Answer> answers = atOnce(() -> dismisses(first, second), () -> dismisses(second, first));

		assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200).containsAnyOf(401, 403, 409);
		Staff left = (answers.get(0).status() == 200) ? first : second;
		left.get("/admin/users").is(200);
		dismisses(left, left).problem(409, "last-admin");
		left.put("/admin/users/" + first.userId(), Json.body("role", "ADMIN", "enabled", true)).is(200);
	}

	private static Answer dismisses(Staff one, Staff other) {
		return one.put("/admin/users/" + other.userId(), Json.body("role", "MEMBER", "enabled", true));
	}

	private static Answer logsIn(Visitor visitor, String email, String password) {
		return visitor.post("/auth/login", Json.body("email", email, "password", password));
	}

	private static Answer chooses(Visitor visitor, String currentPassword) {
		return visitor.post("/auth/password",
				Json.body("currentPassword", currentPassword, "newPassword", "quite another one"));
	}

	/** More may pass than are free at once, since tries come back while time passes. */
	private static Answer untilRefused(int free, Supplier<Answer> attempt) {
		for (int made = 0; made < 4 * free; made++) {
			Answer answer = attempt.get();
			if (answer.status() == 429) {
				assertThat(made).isGreaterThanOrEqualTo(free);
				return answer.problem(429, "rate-limited").answer();
			}
		}
		throw new AssertionError("never refused");
	}

	private static List<Answer> atOnce(Supplier<Answer> one, Supplier<Answer> other) throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		List<Future<Answer>> futures = new ArrayList<>();
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Supplier<Answer> request : List.of(one, other)) {
				Callable<Answer> waiting = () -> {
					start.await();
					return request.get();
				};
				futures.add(people.submit(waiting));
			}
			start.countDown();
			return List.of(futures.get(0).get(), futures.get(1).get());
		}
	}

}
