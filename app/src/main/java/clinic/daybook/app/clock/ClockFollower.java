package clinic.daybook.app.clock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

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

	private static final Logger log = LoggerFactory.getLogger(ClockFollower.class);

	private final SteadyClock clock;

	private final SharedOffset offset;

	private final Thread thread;

	private volatile boolean closed;

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
			while (!this.closed) {
				followOnOneConnection();
				Thread.sleep(PAUSE_AFTER_FAILURE);
			}
		}
		catch (InterruptedException ex) {
			log.debug("No longer following the shared clock");
		}
	}

	private void followOnOneConnection() throws InterruptedException {
		try (Connection connection = this.offset.connect()) {
			while (!this.closed) {
				this.clock.runAheadBy(SharedOffset.read(connection));
				Thread.sleep(PAUSE);
			}
		}
		catch (SQLException ex) {
			if (!this.closed) {
				log.warn("The shared clock can't be read ({}); trying again", ex.getSQLState());
			}
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.thread.interrupt();
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
