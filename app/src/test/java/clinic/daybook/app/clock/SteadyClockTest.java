package clinic.daybook.app.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SteadyClockTest {

	private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");

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
