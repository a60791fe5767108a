package clinic.daybook.people;

import clinic.daybook.web.InputErrors;
import org.jspecify.annotations.Nullable;

/** What names and phone numbers may look like. */
final class PersonalData {

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_PHONE = 40;

	private PersonalData() {
	}

	static void check(InputErrors errors, String fullName, @Nullable String phone) {
		errors.check(!fullName.isBlank() && fits(fullName.strip(), LONGEST_NAME), "fullName",
				"must have 1 to " + LONGEST_NAME + " characters, no line breaks, and not be blank");
		if (phone != null) {
			errors.check(fits(phone.strip(), LONGEST_PHONE), "phone",
					"must have at most " + LONGEST_PHONE + " characters and no line breaks");
		}
	}

	static @Nullable String phone(@Nullable String phone) {
		return (phone == null || phone.isBlank()) ? null : phone.strip();
	}

	private static boolean fits(String text, int longest) {
		return text.codePointCount(0, text.length()) <= longest && text.chars().noneMatch(Character::isISOControl);
	}

}
