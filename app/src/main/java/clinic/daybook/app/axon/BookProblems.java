package clinic.daybook.app.axon;

import java.time.Duration;
import java.util.Optional;

import clinic.daybook.book.BookUnavailableException;
import clinic.daybook.book.OutcomeUnknownException;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import clinic.daybook.web.ProblemTranslator;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/**
 * What the book's exceptions mean to a client, of either side: accounts are entered by
 * both.
 */
@Component
class BookProblems implements ProblemTranslator {

	@Override
	public Optional<ProblemException> translate(Throwable exception) {
		return switch (exception) {
			case OutcomeUnknownException underWay -> Optional.of(ProblemException.retryAfter(ProblemCode.UNAVAILABLE,
					"The outcome is unknown: retry with the same Idempotency-Key.", Duration.ofSeconds(1)));
			case BookUnavailableException unavailable -> Optional.of(ProblemException
				.retryAfter(ProblemCode.UNAVAILABLE, "The book can't be written just now.", Duration.ofSeconds(1)));
			case ConcurrencyException overtaken -> Optional.of(tooBusy());
			case DeadlockException locked -> Optional.of(tooBusy());
			case LockAcquisitionFailedException waited ->
				Optional.of(ProblemException.retryAfter(ProblemCode.UNAVAILABLE,
						"Too many are waiting for the same schedule.", Duration.ofSeconds(1)));
			default -> Optional.empty();
		};
	}

	private static ProblemException tooBusy() {
		return new ProblemException(ProblemCode.CONFLICT,
				"Others kept changing the same at the same time; nothing was changed. Try again.");
	}

}
