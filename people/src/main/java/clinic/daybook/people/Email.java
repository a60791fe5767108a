package clinic.daybook.people;

import java.util.Locale;
import java.util.regex.Pattern;

/** How e-mails are compared, and what passes for one. */
final class Email {

	static final int LONGEST = 254;

	static final String EXPECTED = "must be an e-mail address of at most " + LONGEST + " characters";

	private static final Pattern SHAPE = Pattern
		.compile("[\\x21-\\x7e&&[^@\"(),:;<>\\[\\]\\\\]]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

	private Email() {
	}

	static String normalised(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

	static boolean isOne(String email) {
		String stripped = email.strip();
		return stripped.length() <= LONGEST && SHAPE.matcher(stripped).matches();
	}

}
