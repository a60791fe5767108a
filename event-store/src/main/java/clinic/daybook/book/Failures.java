package clinic.daybook.book;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** What a failure of the database means to whoever uses the book. */
final class Failures {

	/**
	 * Too many connections, out of space, shutting down, cancelled, lock not available.
	 */
	private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58");

	private static final String LOCK_NOT_AVAILABLE = "55P03";

	private static final String QUERY_CANCELLED = "57014";

	private static final String READ_ONLY = "25006";

	/** Ended by the server's side, be it by an administrator or a crash. */
	private static final String CONNECTION_ENDED = "57P";

	/** Serialization failures and deadlocks. */
	private static final String TRY_AGAIN_CLASS = "40";

	private Failures() {
	}

	static RuntimeException translated(Exception failure) {
		SQLException cause = sqlCause(failure);
		String state = stateOf(cause);
		if (failure instanceof CannotGetJdbcConnectionException || cause instanceof SQLTransientConnectionException
				|| cause instanceof SQLRecoverableException || isUnavailable(state)) {
			return new BookUnavailableException("The book can't be reached or is too busy", failure);
		}
		if (state.startsWith(TRY_AGAIN_CLASS)) {
			return new ConcurrencyException("Another transaction came in between", failure);
		}
		return new EventStoreException("The book could not be read or written", failure);
	}

	/** Whether the answer may have got lost on its way. */
	static boolean isAnswerLost(SQLException failure) {
		String state = stateOf(failure);
		return state.startsWith("08") || state.startsWith(CONNECTION_ENDED);
	}

	/** Whether a call that was refused so can be made again at once. */
	static boolean isOverNow(SQLException failure) {
		String state = stateOf(failure);
		return state.equals(LOCK_NOT_AVAILABLE) || state.equals(QUERY_CANCELLED) || state.startsWith(TRY_AGAIN_CLASS);
	}

	/**
	 * Whether a call that was refused so can be made again later, on another connection:
	 * who is connected to a server that is read-only now finds the right one so.
	 */
	static boolean isPassing(SQLException failure) {
		String state = stateOf(failure);
		return isUnavailable(state) || state.equals(READ_ONLY);
	}

	private static boolean isUnavailable(String state) {
		return state.equals(LOCK_NOT_AVAILABLE)
				|| (state.length() == 5 && UNAVAILABLE_CLASSES.contains(state.substring(0, 2)));
	}

	private static String stateOf(@Nullable SQLException failure) {
		String state = (failure != null) ? failure.getSQLState() : null;
		return (state != null) ? state : "";
	}

	private static @Nullable SQLException sqlCause(Throwable failure) {
		for (Throwable at = failure; at != null; at = at.getCause()) {
			if (at instanceof SQLException found) {
				return found;
			}
		}
		return null;
	}

}
