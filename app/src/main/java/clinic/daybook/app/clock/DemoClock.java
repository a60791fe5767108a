package clinic.daybook.app.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Moves the application's clock forward, in every process. Whoever moved it may count on
 * all of them to follow once the answer is there.
 */
final class DemoClock {

	/** Further on, dates need more than the four digits that our formats have. */
	private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

	private final SteadyClock clock;

	private final SharedOffset offset;

	DemoClock(SteadyClock clock, SharedOffset offset) {
		this.clock = clock;
		this.offset = offset;
	}

	Instant now() {
		return this.clock.instant();
	}

	boolean reaches(Instant instant) {
		return instant.isBefore(LAST);
	}

	boolean reaches(Duration ahead) {
		try {
			return reaches(this.clock.instant().plus(ahead));
		}
		catch (DateTimeException | ArithmeticException ex) {
			return false;
		}
	}

	Instant advance(Duration by) throws InterruptedException {
		return follow(this.offset.growBy(by));
	}

	/** Empty if that would be backwards. */
	Optional<Instant> moveTo(Instant instant) throws InterruptedException {
		Duration ahead = Duration.between(this.clock.machineTime(), instant);
		Optional<Duration> moved = ahead.isNegative() ? Optional.empty() : this.offset.growTo(ahead);
		return moved.isEmpty() ? Optional.empty() : Optional.of(follow(moved.get()));
	}

	private Instant follow(Duration ahead) throws InterruptedException {
		this.clock.runAheadBy(ahead);
		Thread.sleep(ClockFollower.FOLLOWED_WITHIN);
		return this.clock.instant();
	}

}
