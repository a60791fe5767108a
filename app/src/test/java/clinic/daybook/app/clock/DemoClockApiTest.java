package clinic.daybook.app.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import clinic.daybook.app.clock.DemoClockApi.ClockRequest;
import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DemoClockApiTest {

	private final SteadyClock clock = new SteadyClock(Clock.systemUTC());

	private final DemoClockApi api = new DemoClockApi(
			new DemoClock(this.clock, new SharedOffset(PostgresForTests.emptyDatabase())));

	@Test
	void movesByADuration() throws InterruptedException {
		Instant before = this.api.read().now();
		Instant moved = this.api.move(new ClockRequest("PT5M", null)).now();
		assertThat(moved).isBetween(before.plus(Duration.ofMinutes(5)), before.plus(Duration.ofMinutes(6)));
		assertThat(this.api.read().now()).isAfterOrEqualTo(moved);
	}

	@Test
	void movesToAnInstant() throws InterruptedException {
		Instant target = this.api.read().now().plus(Duration.ofDays(100));
		Instant moved = this.api.move(new ClockRequest(null, target)).now();
		assertThat(moved).isBetween(target, target.plusSeconds(60));
	}

	@Test
	void neverMovesBack() {
		refused(ProblemCode.CONFLICT, "-PT1S", null);
		refused(ProblemCode.CONFLICT, null, this.clock.instant().minusSeconds(1));
		refused(ProblemCode.CONFLICT, null, Instant.MIN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5", "5 minutes", "P1M", "PT99999999999999999H", "P999999999D" })
	void takesDurationsItCanReach(String advance) {
		refused(ProblemCode.INVALID_REQUEST, advance, null);
	}

	@Test
	void takesInstantsItCanReach() {
		refused(ProblemCode.INVALID_REQUEST, null, Instant.MAX);
	}

	@ParameterizedTest
	@CsvSource({ ",", "PT5M,2099-01-01T00:00:00Z" })
	void takesExactlyOneOfBoth(@Nullable String advance, @Nullable Instant now) {
		refused(ProblemCode.INVALID_REQUEST, advance, now);
	}

	private void refused(ProblemCode code, @Nullable String advance, @Nullable Instant now) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.api.move(new ClockRequest(advance, now)))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(code));
		assertThat(this.clock.instant()).isBefore(Instant.now().plusSeconds(60));
	}

}
