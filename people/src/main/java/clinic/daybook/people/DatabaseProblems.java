package clinic.daybook.people;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import clinic.daybook.web.ProblemTranslator;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** A database that is away or overburdened is no defect of ours, and comes back. */
@Component
class DatabaseProblems implements ProblemTranslator {

	private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

	@Override
	public Optional<ProblemException> translate(Throwable exception) {
		return switch (exception) {
			case OptimisticLockingFailureException ignored ->
				Optional.of(new ProblemException(ProblemCode.CONFLICT, "Somebody else changed it at the same time."));
			case CannotGetJdbcConnectionException ignored -> away();
			case CannotCreateTransactionException ignored -> away();
			case DataAccessResourceFailureException ignored -> away();
			case TransientDataAccessException ignored -> away();
			// Where nobody who translates knows the state, as when a connection is cut.
			case SQLException cut when isAway(cut.getSQLState()) -> away();
			default -> Optional.empty();
		};
	}

	/**
	 * Classes of PostgreSQL's: no connection, too few of something, an operator's doing,
	 * a failing machine.
	 */
	private static boolean isAway(@Nullable String state) {
		return state != null && AWAY.contains(state.substring(0, 2));
	}

	private static Optional<ProblemException> away() {
		return Optional.of(ProblemException.retryAfter(ProblemCode.UNAVAILABLE, ProblemCode.UNAVAILABLE.explanation(),
				Duration.ofSeconds(2)));
	}

}
