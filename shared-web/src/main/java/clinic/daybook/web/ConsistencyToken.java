package clinic.daybook.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What a write hands to its client, so that the client's next read can ask to see it. To
 * clients it means nothing; to us it is a position in the book.
 */
public final class ConsistencyToken {

	public static final String HEADER = "Consistency-Token";

	private static final Pattern FORM = Pattern.compile("p(\\d{1,18})");

	private ConsistencyToken() {
	}

	/** Puts the token on the answer to the current request, if there is one. */
	public static void answerWith(long position) {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			@Nullable HttpServletResponse response = attributes.getResponse();
			if (response != null) {
				response.setHeader(HEADER, of(position));
			}
		}
	}

	static String of(long position) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(("p" + position).getBytes(StandardCharsets.US_ASCII));
	}

	static long position(String token) {
		try {
			String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
			Matcher matcher = FORM.matcher(text);
			if (matcher.matches()) {
				return Long.parseLong(matcher.group(1));
			}
		}
		catch (IllegalArgumentException ex) {
			throw bad();
		}
		throw bad();
	}

	private static ProblemException bad() {
		return ProblemException.invalid(HEADER, "is not a token of ours");
	}

}
