package clinic.daybook.http;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Moves the clock of a server whose clock nobody else looks at. */
class ClockTest {

	private static final Daybook DAYBOOK = Daybook.alone();

	private final Clinic clinic = DAYBOOK.clinic();

	@AfterAll
	static void close() {
		DAYBOOK.close();
	}

	@Test
	void anybodyReadsItAndItRuns() {
		Answer first = this.clinic.anyone().get("/demo/clock").is(200).hasExactly("now");
		Instant earlier = Instant.parse(first.text("now"));

		assertThat(this.clinic.now()).isAfter(earlier);
	}

	@Test
	void onlyAnAdminMovesIt() {
		Object move = Json.body("advance", "PT5M");

		this.clinic.anyone().post("/demo/clock", move).problem(401, "unauthenticated");
		this.clinic.member().post("/demo/clock", move).problem(403, "forbidden");
		this.clinic.doctor().post("/demo/clock", move).problem(403, "forbidden");
	}

	@Test
	void itMovesForwardOnly() {
		Staff admin = this.clinic.admin();
		Instant before = this.clinic.now();

		admin.post("/demo/clock", Json.body("now", before.minusSeconds(60))).problem(409);
		Answer refused = admin.post("/demo/clock", Json.body("advance", "PT-5M"));
		assertThat(refused.status()).as(refused::toString).isIn(400, 409);
		refused.problem(refused.status());

		assertThat(this.clinic.now()).isBetween(before, before.plusSeconds(60));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"advance\":\"5 minutes\"}", "{\"now\":\"2027-01-04T08:00:00\"}",
			"{\"advance\":\"PT5M\",\"now\":\"2097-01-04T08:00:00Z\"}", "{\"advance\":null}", "{\"by\":\"PT5M\"}",
			"{\"now\":1}" })
	void whatIsNoMoveIsRefused(String body) {
		this.clinic.admin().post("/demo/clock", body).problem(400, "invalid-request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"advance\":\"PT2562047788015215H30M7S\"}", "{\"now\":\"+999999999-01-01T00:00:00Z\"}" })
	void notToTheEndOfTheWorld(String body) {
		Answer answer = this.clinic.admin().post("/demo/clock", body);

		assertThat(answer.status()).as(answer::toString).isBetween(400, 499);
		answer.problem(answer.status());
	}

	@Test
	void everythingGoesByIt() {
		Doctor doctor = this.clinic.doctor("UTC").opensEveryDay("00:00", "00:00", 5);
		Member member = this.clinic.member();
		OffsetDateTime soon = nextOnTheGrid();
		assertThat(doctor.startsOn(soon.toLocalDate()).stream().map(OffsetDateTime::parse)).contains(soon);

		Answer moved = this.clinic.admin().post("/demo/clock", Json.body("advance", "PT16M")).is(200);

		assertThat(Instant.parse(moved.text("now"))).isAfter(soon.toInstant());
		assertThat(this.clinic.now()).isCloseTo(Instant.parse(moved.text("now")), within(30, ChronoUnit.SECONDS));
		member.get("/auth/me").problem(401, "unauthenticated");
		Member again = new Member(member.id(), member.email(), member.password(), member.fullName(),
				this.clinic.login(member.email(), member.password()));
		again.books(doctor, soon).problem(409, "too-soon");
		assertThat(doctor.startsOn(soon.toLocalDate()).stream().map(OffsetDateTime::parse)).doesNotContain(soon);
		OffsetDateTime later = nextOnTheGrid();
		Instant bookedAt = OffsetDateTime.parse(again.books(doctor, later).is(201).text("bookedAt")).toInstant();
		assertThat(Duration.between(Instant.parse(moved.text("now")), bookedAt)).isBetween(Duration.ZERO,
				Duration.ofSeconds(30));
	}

	@Test
	void tokensLastAsLongAsPromisedByIt() {
		Member member = this.clinic.member();
		Answer pair = this.clinic.anyone()
			.post("/auth/login", Json.body("email", member.email(), "password", member.password()))
			.is(200);
		assertThat(pair.node("expiresIn").intValue()).isEqualTo(15 * 60);

		advance("PT14M");
		this.clinic.anyone().withToken(pair.text("accessToken")).get("/auth/me").is(200);
		advance("PT1M");
		this.clinic.anyone().withToken(pair.text("accessToken")).get("/auth/me").problem(401, "unauthenticated");

		advance("PT335H");
		Answer next = refreshes(pair).is(200);
		this.clinic.anyone().withToken(next.text("accessToken")).get("/auth/me").is(200);
		advance("PT336H");
		refreshes(next).problem(401, "unauthenticated");
	}

	private void advance(String by) {
		this.clinic.admin().post("/demo/clock", Json.body("advance", by)).is(200);
	}

	private Answer refreshes(Answer pair) {
		return this.clinic.anyone().post("/auth/refresh", Json.body("refreshToken", pair.text("refreshToken")));
	}

	@Test
	void itIsSetToAnInstant() {
		Instant tomorrow = this.clinic.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

		Answer moved = this.clinic.admin().post("/demo/clock", Json.body("now", tomorrow)).is(200);

		assertThat(Instant.parse(moved.text("now"))).isBetween(tomorrow, tomorrow.plusSeconds(10));
	}

	/** A slot that begins in five to ten minutes. */
	private OffsetDateTime nextOnTheGrid() {
		OffsetDateTime minute = this.clinic.now().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
		return minute.plusMinutes(10 - minute.getMinute() % 5);
	}

}
