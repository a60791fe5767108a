package clinic.daybook.command.catalogue;

/** What may be called a specialty. It stands in the book for good. */
final class Specialty {

	private static final int LONGEST = 100;

	static final String EXPECTED = "must have 1 to " + LONGEST + " characters and no line breaks";

	private Specialty() {
	}

	static boolean isOne(String text) {
		return !text.isBlank() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
	}

}
