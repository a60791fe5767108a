package clinic.daybook.book;

import org.axonframework.common.AxonNonTransientException;

/**
 * The append was refused, whole, because somebody else holds what it claims. To try again
 * helps only once the decision has been made anew.
 */
public class ClaimTakenException extends AxonNonTransientException {

	private final String kind;

	private final String key;

	ClaimTakenException(String kind, String key) {
		super("A claim of kind '" + kind + "' is held by another");
		this.kind = kind;
		this.key = key;
	}

	public String kind() {
		return this.kind;
	}

	public String key() {
		return this.key;
	}

}
