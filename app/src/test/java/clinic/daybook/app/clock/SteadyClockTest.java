package clinic.daybook.app.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SteadyClockTest {

	private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final SettableClock machine = new SettableClock();

	private final SteadyClock clock = new SteadyClock(this.machine);

	@Test
	void showsMicroseconds() {
		this.machine.now = NINE.plusNanos(123_456_789);
		assertThat(this.clock.instant()).isEqualTo(NINE.plusNanos(123_456_000));
	}

	@Test
	void staysWhereItIsWhileTheMachineIsSetBack() {
		this.machine.now = NINE;
		assertThat(this.clock.instant()).isEqualTo(NINE);
		this.machine.now = NINE.minusSeconds(60);
		assertThat(this.clock.instant()).isEqualTo(NINE);
		this.machine.now = NINE.plusSeconds(1);
		assertThat(this.clock.instant()).isEqualTo(NINE.plusSeconds(1));
	}

	@Test
	void runsOnFromWhereItWasSet() {
		this.clock.runAheadBy(Duration.ofDays(1));
		assertThat(this.clock.instant()).isEqualTo(NINE.plus(Duration.ofDays(1)));
		this.machine.now = NINE.plusSeconds(5);
		assertThat(this.clock.instant()).isEqualTo(NINE.plus(Duration.ofDays(1)).plusSeconds(5));
	}

	@Test
	void isNeverSetBack() {
		this.clock.runAheadBy(Duration.ofDays(2));
		this.clock.runAheadBy(Duration.ofDays(1));
		assertThat(this.clock.instant()).isEqualTo(NINE.plus(Duration.ofDays(2)));
	}

	@Test
	void isTheSameClockInEveryZone() {
		Clock tokyo = this.clock.withZone(ZoneId.of("Asia/Tokyo"));
		this.clock.runAheadBy(Duration.ofDays(1));
		assertThat(tokyo.instant()).isEqualTo(NINE.plus(Duration.ofDays(1)));
		assertThat(tokyo.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
	}

	@Test
	void showsThePastToWhoeverTellsOfIt() {
		Instant lastYear = NINE.minus(Duration.ofDays(365));
		this.clock.tell(lastYear, () -> assertThat(this.clock.instant()).isEqualTo(lastYear));
		assertThat(this.clock.instant()).isEqualTo(NINE);
	}

	@Test
	void standsStillInThePastAndInEveryZone() {
		Clock tokyo = this.clock.withZone(ZoneId.of("Asia/Tokyo"));
		Instant yesterday = NINE.minus(Duration.ofDays(1));
		this.clock.tell(yesterday.plusNanos(1_999), () -> {
			this.machine.now = NINE.plusSeconds(5);
			this.clock.runAheadBy(Duration.ofDays(3));
			assertThat(this.clock.instant()).isEqualTo(yesterday.plusNanos(1_000));
			assertThat(tokyo.instant()).isEqualTo(yesterday.plusNanos(1_000));
		});
		assertThat(tokyo.instant()).isEqualTo(NINE.plusSeconds(5).plus(Duration.ofDays(3)));
	}

	@Test
	void showsThePresentToAllOthers() {
		this.clock.tell(NINE.minus(Duration.ofDays(1)),
				() -> assertThat(CompletableFuture.supplyAsync(this.clock::instant)).succeedsWithin(PATIENCE)
					.isEqualTo(NINE));
	}

	@Test
	void comesBackFromAPastThatFails() {
		assertThatIllegalStateException().isThrownBy(() -> this.clock.tell(NINE.minusSeconds(1), () -> {
			throw new IllegalStateException("it was not so");
		}));
		assertThat(this.clock.instant()).isEqualTo(NINE);
	}

	@Test
	void tellsNoFuture() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.clock.tell(NINE.plusSeconds(1), () -> {
		}));
	}

	private static final class SettableClock extends Clock {

		private Instant now = NINE;

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			SettableClock original = this;
			return new Clock() {
				@Override
				public Instant instant() {
					return original.instant();
				}

				@Override
				public ZoneId getZone() {
					return zone;
				}

				@Override
				public Clock withZone(ZoneId other) {
					return original.withZone(other);
				}
			};
		}

	}

}
