package clinic.daybook.app.clock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the clock of this process where any process on the database has set it.
 */
final class ClockFollower implements AutoCloseable {

	/** How long every process may take to notice. */
	static final Duration FOLLOWED_WITHIN = Duration.ofMillis(100);

	private static final Duration PAUSE = Duration.ofMillis(25);

	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

	private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

	private static final Logger log = LoggerFactory.getLogger(ClockFollower.class);

	private final SteadyClock clock;

	private final SharedOffset offset;

	private final Thread thread;

	/**
	 * Rather than an interrupt, which would break the connection in the middle of a
	 * query.
	 */
	private final CountDownLatch closed = new CountDownLatch(1);

	ClockFollower(SteadyClock clock, SharedOffset offset) {
		this.clock = clock;
		this.offset = offset;
		this.thread = Thread.ofVirtual().name("clock").unstarted(this::follow);
	}

	void start() {
		this.thread.start();
	}

	private void follow() {
		try {
			do {
				followOnOneConnection();
			}
			while (!closedWithin(PAUSE_AFTER_FAILURE));
		}
		catch (InterruptedException ex) {
			log.debug("No longer following the shared clock");
		}
	}

	private void followOnOneConnection() throws InterruptedException {
		try (Connection connection = this.offset.connect()) {
			do {
				this.clock.runAheadBy(SharedOffset.read(connection));
			}
			while (!closedWithin(PAUSE));
		}
		catch (SQLException ex) {
			log.warn("The shared clock can't be read ({}); trying again", ex.getSQLState());
		}
	}

	private boolean closedWithin(Duration duration) throws InterruptedException {
		return this.closed.await(duration.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void close() {
		this.closed.countDown();
		try {
			this.thread.join(PATIENCE_AT_THE_END);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
