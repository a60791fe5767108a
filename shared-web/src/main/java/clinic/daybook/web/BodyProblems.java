package clinic.daybook.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.http.converter.HttpMessageNotReadableException;

/** What is wrong with a body, in words that name the field and none of our classes. */
final class BodyProblems {

	private static final String BODY = "body";

	private BodyProblems() {
	}

	static ProblemException of(HttpMessageNotReadableException exception) {
		for (@Nullable
		Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof StreamConstraintsException tooMuch) {
				return tooMuch(tooMuch);
			}
		}
		return switch (exception.getCause()) {
			case BadText bad -> ProblemException.invalid(path(bad), bad.expectation());
			case UnrecognizedPropertyException unknown -> ProblemException.invalid(path(unknown), "is not known here");
			case MismatchedInputException wrong -> ProblemException.invalid(path(wrong), expectation(wrong));
			case JacksonException malformed when malformed.getPath().isEmpty() ->
				ProblemException.invalid(BODY, "is not valid JSON" + position(malformed.getLocation()));
			case JacksonException malformed ->
				ProblemException.invalid(path(malformed), "is not valid JSON" + position(malformed.getLocation()));
			case null -> ProblemException.invalid(BODY, "is required");
			default -> ProblemException.invalid(BODY, "is not readable");
		};
	}

	private static ProblemException tooMuch(StreamConstraintsException exception) {
		@Nullable String message = exception.getOriginalMessage();
		return (message != null && message.startsWith("Document length"))
				? new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE)
				: ProblemException.invalid(BODY, "is nested too deeply or has a number or name that is too long");
	}

	private static String expectation(MismatchedInputException exception) {
		return (exception.getCurrentToken() == null && exception.getPath().isEmpty()
				&& exception.getTargetType() == null) ? "is not right" : Expected.of(exception.getTargetType());
	}

	private static String path(JacksonException exception) {
		StringBuilder path = new StringBuilder();
		List<JacksonException.Reference> references = exception.getPath();
		for (JacksonException.Reference reference : references) {
			@Nullable String name = reference.getPropertyName();
			if (name == null) {
				path.append('[').append(reference.getIndex()).append(']');
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(name);
			}
		}
		return path.isEmpty() ? BODY : path.toString();
	}

	private static String position(@Nullable TokenStreamLocation location) {
		return (location == null || location.getLineNr() < 1) ? ""
				: " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
	}

}
