package clinic.daybook.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The place in a list after which the next page begins: the last row's sort key, made
 * opaque. It names a row's key and no offset, so that rows added meanwhile shift nothing.
 */
public final class Cursor {

	// After the last part too, or else a cursor cut short could be that of another key.
	private static final String SEPARATOR = "\u001f";

	private Cursor() {
	}

	public static String encode(String... parts) {
		for (String part : parts) {
			if (part.contains(SEPARATOR)) {
				throw new IllegalArgumentException("A key can't contain the separator");
			}
		}
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((String.join(SEPARATOR, parts) + SEPARATOR).getBytes(StandardCharsets.UTF_8));
	}

	/** The parts again; a 400 naming {@code after} if it is not a cursor of that many. */
	public static List<String> decode(String cursor, int parts) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
				.toString();
			String[] found = text.split(SEPARATOR, -1);
			if (found.length == parts + 1 && Texts.storable(text)) {
				String[] key = Arrays.copyOf(found, parts);
				if (encode(key).equals(cursor)) {
					return List.of(key);
				}
			}
		}
		catch (IllegalArgumentException | CharacterCodingException ex) {
			throw bad();
		}
		throw bad();
	}

	/**
	 * What a part says if it was an instant; a 400 naming {@code after} if it is none.
	 */
	public static Instant instant(String part) {
		try {
			return Texts.instant(part);
		}
		catch (DateTimeException ex) {
			throw bad();
		}
	}

	/** For callers that find a part to be none of theirs. */
	public static ProblemException bad() {
		return ProblemException.invalid("after", "is not a cursor that this list has given");
	}

}
