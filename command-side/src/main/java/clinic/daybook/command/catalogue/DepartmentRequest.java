package clinic.daybook.command.catalogue;

import clinic.daybook.web.InputErrors;
import org.jspecify.annotations.Nullable;

/** A department as a client describes it. */
record DepartmentRequest(String name, @Nullable String description) {

	private static final int LONGEST_NAME = 100;

	private static final int LONGEST_DESCRIPTION = 1000;

	/** The same, found right and stripped. */
	Checked check() {
		String stripped = this.name.strip();
		InputErrors errors = new InputErrors().check(
				!stripped.isEmpty() && lengthOf(stripped) <= LONGEST_NAME
						&& stripped.chars().noneMatch(Character::isISOControl),
				"name", "must have 1 to " + LONGEST_NAME + " characters, no line breaks, and not be blank");
		errors.check(this.description == null || lengthOf(this.description) <= LONGEST_DESCRIPTION, "description",
				"must have at most " + LONGEST_DESCRIPTION + " characters");
		errors.refuse();
		return new Checked(stripped,
				(this.description == null || this.description.isBlank()) ? null : this.description.strip());
	}

	private static int lengthOf(String text) {
		return text.codePointCount(0, text.length());
	}

	record Checked(String name, @Nullable String description) {
	}

}
