package clinic.daybook.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Gathers what is wrong with a body, so that a client hears of all of it at once:
 * {@code new InputErrors().check(n > 0, "n", "must be positive").refuse()}.
 */
public final class InputErrors {

	private final List<FieldError> errors = new ArrayList<>();

	public InputErrors check(boolean holds, String field, String message) {
		if (!holds) {
			this.errors.add(new FieldError(field, message));
		}
		return this;
	}

	/** Notes that a field is missing that this kind of request needs. */
	public InputErrors required(String field, @Nullable Object value) {
		return check(value != null, field, "is required");
	}

	public boolean none() {
		return this.errors.isEmpty();
	}

	/** Throws the 400 if anything was wrong. */
	public void refuse() {
		if (!none()) {
			throw ProblemException.invalid(this.errors);
		}
	}

}
