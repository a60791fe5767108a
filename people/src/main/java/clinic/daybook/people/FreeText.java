package clinic.daybook.people;

import java.util.List;
import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.Caller;
import clinic.daybook.web.FieldError;
import clinic.daybook.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people write about an appointment or about time off. It goes into the book only as
 * ciphertext under the key of the member or the doctor, and comes out only for those whom
 * it concerns.
 */
@Component
public class FreeText {

	private static final int LONGEST = 1000;

	private final SubjectCipher cipher;

	FreeText(SubjectCipher cipher) {
		this.cipher = cipher;
	}

	/** What is wrong with a text as input. */
	public static List<FieldError> errors(String field, @Nullable String text) {
		return (text != null && text.length() > LONGEST)
				? List.of(new FieldError(field, "must have at most " + LONGEST + " characters")) : List.of();
	}

	/** Refuses a text that is no good as input. */
	public static void check(String field, @Nullable String text) {
		List<FieldError> errors = errors(field, text);
		if (!errors.isEmpty()) {
			throw ProblemException.invalid(errors);
		}
	}

	/** The text as it may be stored; none for a text that says nothing. */
	public @Nullable String seal(UUID subject, @Nullable String text) {
		return (text == null || text.isBlank()) ? null : this.cipher.seal(subject, text);
	}

	/**
	 * The text for its member and the treating doctor; null for anybody else, or once it
	 * has been erased.
	 */
	public @Nullable String readableTo(Caller caller, Parties parties, @Nullable String sealed) {
		return parties.include(caller) ? open(parties.memberId(), sealed) : null;
	}

	/** Likewise, where one appointment is looked at: there an ADMIN may read it too. */
	public @Nullable String readableAloneTo(Caller caller, Parties parties, @Nullable String sealed) {
		return caller.is(Role.ADMIN) ? open(parties.memberId(), sealed) : readableTo(caller, parties, sealed);
	}

	/**
	 * A text about a doctor's own time, for that doctor and an ADMIN; null for anybody
	 * else.
	 */
	public @Nullable String readableToDoctor(Caller caller, UUID doctorId, @Nullable String sealed) {
		boolean theirs = caller.is(Role.DOCTOR) && doctorId.equals(caller.doctorId());
		return (theirs || caller.is(Role.ADMIN)) ? open(doctorId, sealed) : null;
	}

	private @Nullable String open(UUID subject, @Nullable String sealed) {
		return (sealed != null) ? this.cipher.open(subject, sealed).orElse(null) : null;
	}

}
