package clinic.daybook.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A JSON string that is not what its field needs. */
final class BadText extends MismatchedInputException {

	private final String expectation;

	BadText(JsonParser parser, Class<?> target, String expectation) {
		super(parser, expectation, target);
		this.expectation = expectation;
	}

	String expectation() {
		return this.expectation;
	}

}
