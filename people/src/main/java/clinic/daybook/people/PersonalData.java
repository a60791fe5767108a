package clinic.daybook.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import clinic.daybook.web.InputErrors;
import org.jspecify.annotations.Nullable;

/** What names, phone numbers and dates of birth may look like. */
final class PersonalData {

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_PHONE = 40;

	private static final int OLDEST = 130;

	// Where the day begins first: a child born there this morning is born.
	private static final ZoneOffset FIRST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(14);

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

	static void checkDateOfBirth(InputErrors errors, @Nullable LocalDate dateOfBirth, Instant now) {
		LocalDate today = LocalDate.ofInstant(now, FIRST_TO_BEGIN_A_DAY);
		errors.check(
				dateOfBirth == null || (!dateOfBirth.isAfter(today) && !dateOfBirth.isBefore(today.minusYears(OLDEST))),
				"dateOfBirth", "must be a day of the last " + OLDEST + " years");
	}

	static @Nullable String phone(@Nullable String phone) {
		return (phone == null || phone.isBlank()) ? null : phone.strip();
	}

	private static boolean fits(String text, int longest) {
		return text.codePointCount(0, text.length()) <= longest && text.chars().noneMatch(Character::isISOControl);
	}

}
