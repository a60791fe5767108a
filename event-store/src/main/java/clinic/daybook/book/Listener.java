package clinic.daybook.book;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of every append, by whatever process, on a connection of its own. When that is
 * lost it gets another, and until then nobody is the worse for it: {@link Tail} looks by
 * itself.
 */
final class Listener implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Listener.class);

	private static final int TURN_MILLIS = 500;

	/** A connection can die without a sound. */
	private static final int QUIET_TURNS_BEFORE_A_PROBE = 60;

	private static final int PROBE_SECONDS = 5;

	private static final long FIRST_PAUSE_MILLIS = 100;

	private static final long LONGEST_PAUSE_MILLIS = 5000;

	private final DataSource dataSource;

	private final LongConsumer heard;

	private final Runnable listening;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Thread thread;

	private volatile @Nullable Connection connection;

	/**
	 * A listener, yet to be started.
	 * @param dataSource gives the connection, which is kept: not a pool that is short of
	 * them
	 * @param heard gets the position that the book has reached
	 * @param listening is run each time a connection is made, since what was said before
	 * was not heard
	 */
	Listener(DataSource dataSource, LongConsumer heard, Runnable listening) {
		this.dataSource = dataSource;
		this.heard = heard;
		this.listening = listening;
		this.thread = Thread.ofPlatform().daemon().name("book-listener").unstarted(this::run);
	}

	void start() {
		this.thread.start();
	}

	private void run() {
		long pause = FIRST_PAUSE_MILLIS;
		while (!isClosed()) {
			try (Connection opened = this.dataSource.getConnection(); Statement statement = opened.createStatement()) {
				this.connection = opened;
				statement.execute("listen book");
				if (pause > FIRST_PAUSE_MILLIS) {
					logger.info("Listening for new events again");
				}
				pause = FIRST_PAUSE_MILLIS;
				this.listening.run();
				listen(opened);
			}
			catch (SQLException | RuntimeException ex) {
				if (isClosed()) {
					return;
				}
				if (pause == FIRST_PAUSE_MILLIS) {
					logger.warn("New events are not heard of but looked for until the database is back: {}",
							ex.toString());
				}
				pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
				rest(pause);
			}
		}
	}

	private void listen(Connection opened) throws SQLException {
		PGConnection postgres = opened.unwrap(PGConnection.class);
		int quietTurns = 0;
		while (!isClosed()) {
			PGNotification[] notifications = postgres.getNotifications(TURN_MILLIS);
			if (notifications != null && notifications.length > 0) {
				quietTurns = 0;
				hear(notifications[notifications.length - 1].getParameter());
			}
			else if (++quietTurns >= QUIET_TURNS_BEFORE_A_PROBE) {
				quietTurns = 0;
				if (!opened.isValid(PROBE_SECONDS)) {
					throw new SQLException("The connection is dead", "08006");
				}
			}
		}
	}

	private void hear(String said) {
		try {
			this.heard.accept(Long.parseLong(said));
		}
		catch (NumberFormatException ex) {
			// The channel is open to everybody.
			this.listening.run();
		}
	}

	private void rest(long millis) {
		try {
			boolean ignored = this.closed.await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			this.closed.countDown();
		}
	}

	private boolean isClosed() {
		return this.closed.getCount() == 0;
	}

	/** Breaks the connection, since the thread may be waiting on it. */
	@Override
	public void close() {
		this.closed.countDown();
		Connection open = this.connection;
		if (open != null) {
			try {
				open.abort(Runnable::run);
			}
			catch (SQLException ex) {
				logger.debug("The listening connection was gone already", ex);
			}
		}
	}

}
