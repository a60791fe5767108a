package clinic.daybook.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection for appends. Neither a statement nor a silence on it lasts longer than the
 * limits allow.
 */
final class AppendSession implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(AppendSession.class);

	private static final String LIMIT = """
			select set_config('statement_timeout', ?, false), pid, backend_start
			from pg_stat_activity
			where pid = pg_backend_pid()
			""";

	private static final String TERMINATE = """
			select pg_terminate_backend(pid)
			from pg_stat_activity
			where pid = ? and backend_start = ?
			""";

	private final Connection connection;

	private final Backend backend;

	private AppendSession(Connection connection, Backend backend) {
		this.connection = connection;
		this.backend = backend;
	}

	/**
	 * Opens a connection.
	 * @param lost the backend of a connection that broke. It may still be at work on what
	 * it was sent, even wait for the head. It is told to end, so that it judges nothing
	 * after it has been judged here.
	 */
	static AppendSession open(DataSource dataSource, AppendLimits limits, @Nullable Backend lost) throws SQLException {
		Connection connection = dataSource.getConnection();
		try {
			connection.setAutoCommit(true);
			connection.setNetworkTimeout(Runnable::run, Math.toIntExact(limits.silence().toMillis()));
			Backend own = limit(connection, limits.patience());
			if (lost != null) {
				terminate(connection, lost);
			}
			return new AppendSession(connection, own);
		}
		catch (SQLException | RuntimeException ex) {
			drop(connection);
			throw ex;
		}
	}

	private static Backend limit(Connection connection, Duration patience) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(LIMIT)) {
			statement.setString(1, Long.toString(patience.toMillis()));
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return new Backend(row.getInt("pid"), row.getObject("backend_start", OffsetDateTime.class));
			}
		}
	}

	private static void terminate(Connection connection, Backend lost) {
		try (PreparedStatement statement = connection.prepareStatement(TERMINATE)) {
			statement.setInt(1, lost.pid());
			statement.setObject(2, lost.start());
			statement.executeQuery().close();
		}
		catch (SQLException ex) {
			logger.warn("A lost connection of the book's could not be ended: {}", ex.toString());
		}
	}

	Backend backend() {
		return this.backend;
	}

	List<Outcome> append(List<AppendRequest> requests, Duration patience) throws SQLException {
		return AppendCall.each(this.connection, requests, patience);
	}

	boolean isBroken() {
		try {
			return this.connection.isClosed();
		}
		catch (SQLException ex) {
			return true;
		}
	}

	/** Breaks the connection, also while it is used. */
	@Override
	public void close() {
		drop(this.connection);
	}

	private static void drop(Connection connection) {
		try (connection) {
			connection.abort(Runnable::run);
		}
		catch (SQLException ex) {
			logger.debug("A connection was gone already", ex);
		}
	}

	/** A process of PostgreSQL's; its number may be used again for another. */
	record Backend(int pid, OffsetDateTime start) {
	}

}
