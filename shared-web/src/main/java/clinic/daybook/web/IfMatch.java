package clinic.daybook.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The version a client expects to change, as it names it in {@code If-Match}. */
public final class IfMatch {

	private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})\"");

	private IfMatch() {
	}

	/**
	 * The version; null where any will do. A tag that we can't have given, weak ones
	 * included, matches nothing: 412.
	 */
	public static @Nullable Integer version(@Nullable String header) {
		if (header == null || header.strip().equals("*")) {
			return null;
		}
		Matcher matcher = VERSION.matcher(header.strip());
		if (!matcher.matches()) {
			throw new ProblemException(ProblemCode.PRECONDITION_FAILED);
		}
		return Integer.valueOf(matcher.group(1));
	}

}
