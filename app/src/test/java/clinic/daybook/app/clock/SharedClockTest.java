package clinic.daybook.app.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import clinic.daybook.app.startup.StartupRefused;
import clinic.daybook.book.testing.PostgresForTests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SharedClockTest {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final DataSource database = PostgresForTests.emptyDatabase();

	@Test
	void everyProcessFollows() throws InterruptedException {
		try (Server here = new Server(this.database); Server there = new Server(this.database)) {
			Instant before = there.clock.instant();
			Instant moved = here.demoClock.advance(Duration.ofDays(3));
			assertThat(moved).isAfterOrEqualTo(before.plus(Duration.ofDays(3)));
			assertThat(there.showsBy(moved)).isTrue();
			Instant further = there.demoClock.moveTo(moved.plus(Duration.ofDays(1))).orElseThrow();
			assertThat(here.showsBy(further)).isTrue();
		}
	}

	@Test
	void survivesARestart() throws InterruptedException {
		Instant moved;
		try (Server before = new Server(this.database)) {
			moved = before.demoClock.advance(Duration.ofDays(400));
		}
		try (Server after = new Server(this.database)) {
			assertThat(after.clock.instant()).isAfterOrEqualTo(moved);
		}
	}

	@Test
	void neverMovesBackwards() throws InterruptedException {
		try (Server server = new Server(this.database)) {
			Instant moved = server.demoClock.advance(Duration.ofHours(1));
			assertThat(server.demoClock.moveTo(moved.minusSeconds(60))).isEmpty();
			assertThat(server.demoClock.moveTo(Instant.EPOCH)).isEmpty();
			assertThat(server.clock.instant()).isAfterOrEqualTo(moved);
		}
	}

	@Test
	void addsUpWhatTwoProcessesAskForAtOnce() throws InterruptedException {
		try (Server here = new Server(this.database); Server there = new Server(this.database)) {
			Instant before = here.clock.instant();
			Thread other = Thread.ofVirtual().start(() -> there.advanceQuietly(Duration.ofDays(1)));
			here.demoClock.advance(Duration.ofDays(1));
			other.join();
			assertThat(here.showsBy(before.plus(Duration.ofDays(2)))).isTrue();
			assertThat(here.clock.instant()).isBefore(before.plus(Duration.ofDays(2)).plus(PATIENCE));
		}
	}

	@Test
	void staysWithinTheYearsThatDatesCanSay() {
		try (Server server = new Server(this.database)) {
			assertThat(server.demoClock.reaches(Duration.ofDays(365))).isTrue();
			assertThat(server.demoClock.reaches(Duration.ofDays(365 * 10_000L))).isFalse();
			assertThat(server.demoClock.reaches(Duration.ofSeconds(Long.MAX_VALUE))).isFalse();
		}
	}

	@Test
	void refusesToFallBehindWhatTheDatabaseHasSeen() throws InterruptedException {
		ClockConfiguration.Fixed fixed = new ClockConfiguration.Fixed();
		SharedOffset offset = new SharedOffset(this.database);
		assertThat(fixed.clock(offset)).isNotNull();
		try (Server server = new Server(this.database)) {
			server.demoClock.advance(Duration.ofMinutes(5));
		}
		assertThatExceptionOfType(StartupRefused.class).isThrownBy(() -> fixed.clock(offset))
			.withMessageContaining("DAYBOOK_CLOCK_ADJUSTABLE");
	}

	/** What one process has of the clock. */
	private static final class Server implements AutoCloseable {

		private final SteadyClock clock;

		private final DemoClock demoClock;

		private final ClockFollower follower;

		private Server(DataSource database) {
			ClockConfiguration.Adjustable adjustable = new ClockConfiguration.Adjustable();
			SharedOffset offset = new SharedOffset(database);
			this.clock = adjustable.clock(offset);
			this.demoClock = adjustable.demoClock(this.clock, offset);
			this.follower = adjustable.clockFollower(this.clock, offset);
			this.follower.start();
		}

		/** Waits, but for a busy machine only. */
		private boolean showsBy(Instant instant) {
			Instant end = Clock.systemUTC().instant().plus(PATIENCE);
			while (this.clock.instant().isBefore(instant)) {
				if (Clock.systemUTC().instant().isAfter(end)) {
					return false;
				}
				Thread.onSpinWait();
			}
			return true;
		}

		private void advanceQuietly(Duration duration) {
			try {
				this.demoClock.advance(duration);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		@Override
		public void close() {
			this.follower.close();
		}

	}

}
