package clinic.daybook.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A refusal on its way to becoming a problem document. It has no stack trace: it is an
 * answer, not a defect, and there may be thousands a second of it.
 */
public final class ProblemException extends RuntimeException {

	private final ProblemCode code;

	private final String detail;

	private final List<FieldError> errors;

	private final transient Map<String, Object> extensions;

	private final transient Map<String, String> headers;

	public ProblemException(ProblemCode code) {
		this(code, code.explanation());
	}

	public ProblemException(ProblemCode code, String detail) {
		this(code, detail, Map.of());
	}

	/**
	 * @param extensions further members of the document, such as {@code nextFreeSlots}
	 */
	public ProblemException(ProblemCode code, String detail, Map<String, Object> extensions) {
		this(code, detail, List.of(), extensions, Map.of());
	}

	private ProblemException(ProblemCode code, String detail, List<FieldError> errors, Map<String, Object> extensions,
			Map<String, String> headers) {
		super(code.slug() + ": " + detail, null, false, false);
		this.code = code;
		this.detail = detail;
		this.errors = List.copyOf(errors);
		this.extensions = Map.copyOf(extensions);
		this.headers = Map.copyOf(headers);
	}

	public static ProblemException invalid(String field, String message) {
		return invalid(List.of(new FieldError(field, message)));
	}

	public static ProblemException invalid(List<FieldError> errors) {
		String detail = (errors.size() == 1) ? errors.get(0).field() + " " + errors.get(0).message() + "."
				: errors.size() + " inputs are not right; see errors.";
		return new ProblemException(ProblemCode.INVALID_REQUEST, detail, errors, Map.of(), Map.of());
	}

	public static ProblemException retryAfter(ProblemCode code, String detail, Duration wait) {
		long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
		return new ProblemException(code, detail, List.of(), Map.of(), Map.of("Retry-After", Long.toString(seconds)));
	}

	static ProblemException withHeader(ProblemCode code, String detail, String name, @Nullable String value) {
		return new ProblemException(code, detail, List.of(), Map.of(),
				(value != null) ? Map.of(name, value) : Map.of());
	}

	public ProblemCode code() {
		return this.code;
	}

	public String detail() {
		return this.detail;
	}

	public List<FieldError> errors() {
		return this.errors;
	}

	public Map<String, Object> extensions() {
		return this.extensions;
	}

	Map<String, String> headers() {
		return this.headers;
	}

}
