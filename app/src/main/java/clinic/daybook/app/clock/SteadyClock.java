package clinic.daybook.app.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The machine's clock, in microseconds because that is what PostgreSQL keeps, possibly
 * set ahead. It never shows an earlier time than it has shown before, even when the
 * machine's clock is set back.
 */
final class SteadyClock extends Clock {

	private final Clock machine;

	private final AtomicLong aheadMicros;

	private final AtomicLong lastShown;

	SteadyClock(Clock machine) {
		this(machine, new AtomicLong(), new AtomicLong(Long.MIN_VALUE));
	}

	private SteadyClock(Clock machine, AtomicLong aheadMicros, AtomicLong lastShown) {
		this.machine = machine;
		this.aheadMicros = aheadMicros;
		this.lastShown = lastShown;
	}

	void runAheadBy(Duration duration) {
		this.aheadMicros.accumulateAndGet(TimeUnit.MICROSECONDS.convert(duration), Math::max);
	}

	/** What the machine says, however far this clock is ahead. */
	Instant machineTime() {
		return this.machine.instant().truncatedTo(ChronoUnit.MICROS);
	}

	@Override
	public Instant instant() {
		long now = ChronoUnit.MICROS.between(Instant.EPOCH, this.machine.instant()) + this.aheadMicros.get();
		long shown = this.lastShown.accumulateAndGet(now, Math::max);
		return Instant.EPOCH.plus(shown, ChronoUnit.MICROS);
	}

	@Override
	public ZoneId getZone() {
		return this.machine.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new SteadyClock(this.machine.withZone(zone), this.aheadMicros, this.lastShown);
	}

}
