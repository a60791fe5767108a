package clinic.daybook.people;

import java.time.Duration;
import java.util.Optional;

import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import clinic.daybook.web.ProblemTranslator;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** A database that is away or overburdened is no defect of ours, and comes back. */
@Component
class DatabaseProblems implements ProblemTranslator {

	@Override
	public Optional<ProblemException> translate(Throwable exception) {
		return switch (exception) {
			case OptimisticLockingFailureException ignored ->
				Optional.of(new ProblemException(ProblemCode.CONFLICT, "Somebody else changed it at the same time."));
			case CannotGetJdbcConnectionException ignored -> away();
			case CannotCreateTransactionException ignored -> away();
			case DataAccessResourceFailureException ignored -> away();
			case TransientDataAccessException ignored -> away();
			default -> Optional.empty();
		};
	}

	private static Optional<ProblemException> away() {
		return Optional.of(ProblemException.retryAfter(ProblemCode.UNAVAILABLE, ProblemCode.UNAVAILABLE.explanation(),
				Duration.ofSeconds(2)));
	}

}
