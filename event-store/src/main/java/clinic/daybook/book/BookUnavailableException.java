package clinic.daybook.book;

import org.axonframework.common.AxonTransientException;

/**
 * The book can't be reached or is too busy now. Nothing was written, so all can be tried
 * again later; only {@link OutcomeUnknownException} is less certain.
 */
public class BookUnavailableException extends AxonTransientException {

	BookUnavailableException(String message) {
		super(message);
	}

	BookUnavailableException(String message, Throwable cause) {
		super(message, cause);
	}

}
