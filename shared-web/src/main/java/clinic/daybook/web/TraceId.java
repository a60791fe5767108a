package clinic.daybook.web;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The thread of one request through answer, logs and book: W3C trace ids, taken over from
 * the caller or made here.
 */
public final class TraceId {

	static final String KEY = "traceId";

	static final String HEADER = "X-Trace-Id";

	private static final Pattern TRACEPARENT = Pattern
		.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

	private TraceId() {
	}

	/** The id of what this thread is doing; a new one if it is not in a request. */
	public static String current() {
		String known = MDC.get(KEY);
		return (known != null) ? known : fresh();
	}

	static String fresh() {
		return UUID.randomUUID().toString().replace("-", "");
	}

	static String from(@Nullable String traceparent) {
		if (traceparent != null) {
			Matcher matcher = TRACEPARENT.matcher(traceparent);
			if (matcher.matches() && !(traceparent.startsWith("00") && matcher.group(2) != null)) {
				return matcher.group(1);
			}
		}
		return fresh();
	}

}
