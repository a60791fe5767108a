package clinic.daybook.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The place in a list after which the next page begins: the last row's sort key, made
 * opaque. It names a row's key and no offset, so that rows added meanwhile shift nothing;
 * and its list, since in another one of the same kind of key it would mean nothing.
 */
public final class Cursor {

	// After the last part too, or else a cursor cut short could be that of another key.
	private static final String SEPARATOR = "\u001f";

	private Cursor() {
	}

	public static String encode(String list, String... key) {
		String[] parts = Stream.concat(Stream.of(list), Arrays.stream(key)).toArray(String[]::new);
		for (String part : parts) {
			if (part.contains(SEPARATOR)) {
				throw new IllegalArgumentException("A key can't contain the separator");
			}
		}
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((String.join(SEPARATOR, parts) + SEPARATOR).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The key again; a 400 naming {@code after} if it is not a cursor of that list with a
	 * key of that many parts.
	 */
	public static List<String> decode(String list, String cursor, int parts) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
				.toString();
			String[] found = text.split(SEPARATOR, -1);
			if (found.length == parts + 2 && Texts.storable(text)) {
				String[] key = Arrays.copyOfRange(found, 1, parts + 1);
				if (encode(list, key).equals(cursor)) {
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
	 * What a part says if it was an instant's {@code toString}; a 400 naming
	 * {@code after} if it was none.
	 */
	public static Instant instant(String part) {
		try {
			Instant instant = Texts.instant(part);
			if (instant.toString().equals(part)) {
				return instant;
			}
		}
		catch (DateTimeException ex) {
			throw bad();
		}
		throw bad();
	}

	/** The same for an id. */
	public static UUID uuid(String part) {
		try {
			UUID id = Texts.uuid(part);
			if (id.toString().equals(part)) {
				return id;
			}
		}
		catch (IllegalArgumentException ex) {
			throw bad();
		}
		throw bad();
	}

	/** The same for a date. */
	public static LocalDate date(String part) {
		try {
			LocalDate date = Texts.date(part);
			if (date.toString().equals(part)) {
				return date;
			}
		}
		catch (DateTimeException ex) {
			throw bad();
		}
		throw bad();
	}

	/** For callers that find a part to be none of theirs. */
	public static ProblemException bad() {
		return ProblemException.invalid("after", "is not a cursor that this list has given");
	}

}
