package clinic.daybook.app.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * The machine's clock, in microseconds because that is what PostgreSQL keeps, possibly
 * set ahead. It never shows an earlier time than it has shown before, even when the
 * machine's clock is set back; but to a thread that tells of the past, see
 * {@link TimeTravel}.
 */
final class SteadyClock extends Clock {

	private final Clock machine;

	private final AtomicLong aheadMicros;

	private final AtomicLong lastShown;

	private final ThreadLocal<@Nullable Instant> told;

	SteadyClock(Clock machine) {
		this(machine, new AtomicLong(), new AtomicLong(Long.MIN_VALUE), new ThreadLocal<>());
	}

	private SteadyClock(Clock machine, AtomicLong aheadMicros, AtomicLong lastShown,
			ThreadLocal<@Nullable Instant> told) {
		this.machine = machine;
		this.aheadMicros = aheadMicros;
		this.lastShown = lastShown;
		this.told = told;
	}

	void runAheadBy(Duration duration) {
		this.aheadMicros.accumulateAndGet(TimeUnit.MICROSECONDS.convert(duration), Math::max);
	}

	/** What the machine says, however far this clock is ahead. */
	Instant machineTime() {
		return this.machine.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * Shows this thread an instant of the past as long as the work takes, and everybody
	 * else what it is.
	 */
	void tell(Instant past, Runnable work) {
		if (past.isAfter(instant())) {
			throw new IllegalArgumentException(past + " is yet to come");
		}
		this.told.set(past.truncatedTo(ChronoUnit.MICROS));
		try {
			work.run();
		}
		finally {
			this.told.remove();
		}
	}

	@Override
	public Instant instant() {
		Instant past = this.told.get();
		return (past != null) ? past : present();
	}

	private Instant present() {
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
		return new SteadyClock(this.machine.withZone(zone), this.aheadMicros, this.lastShown, this.told);
	}

}
