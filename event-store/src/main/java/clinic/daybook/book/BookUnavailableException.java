package clinic.daybook.book;

import org.axonframework.common.AxonTransientException;

/**
 * The book can't be reached or is too busy now. Whether an append that ends so was
 * written is not known; to append the same events again is safe and finds out.
 */
public class BookUnavailableException extends AxonTransientException {

	BookUnavailableException(String message, Throwable cause) {
		super(message, cause);
	}

}
