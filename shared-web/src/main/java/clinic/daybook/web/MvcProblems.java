package clinic.daybook.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** What the exceptions of Spring MVC, Spring Security and Tomcat mean to a client. */
final class MvcProblems {

	private MvcProblems() {
	}

	static Optional<ProblemException> of(@Nullable Object handler, Throwable exception) {
		return Optional.ofNullable(translated(handler, exception));
	}

	private static @Nullable ProblemException translated(@Nullable Object handler, Throwable exception) {
		return switch (exception) {
			case NoResourceFoundException ignored -> unknownAddress();
			case NoHandlerFoundException ignored -> unknownAddress();
			// Static files are looked for under every path, so this only means that
			// nobody else wanted the request.
			case HttpRequestMethodNotSupportedException ignored when handler instanceof ResourceHttpRequestHandler ->
				unknownAddress();
			case HttpRequestMethodNotSupportedException ex ->
				ProblemException.withHeader(ProblemCode.METHOD_NOT_ALLOWED, ex.getMethod() + " is not possible here.",
						HttpHeaders.ALLOW, allowed(ex));
			case HttpMediaTypeNotSupportedException ignored ->
				ProblemException.withHeader(ProblemCode.UNSUPPORTED_MEDIA_TYPE,
						ProblemCode.UNSUPPORTED_MEDIA_TYPE.explanation(), HttpHeaders.ACCEPT, "application/json");
			case HttpMediaTypeNotAcceptableException ignored -> new ProblemException(ProblemCode.NOT_ACCEPTABLE);
			case MissingServletRequestParameterException ex ->
				ProblemException.invalid(ex.getParameterName(), "is required");
			case MethodArgumentTypeMismatchException ex ->
				ProblemException.invalid(ex.getName(), Expected.of(ex.getRequiredType()));
			case TypeMismatchException ex ->
				ProblemException.invalid(String.valueOf(ex.getPropertyName()), Expected.of(ex.getRequiredType()));
			case BindException ex -> ProblemException.invalid(ex.getAllErrors().stream().map(MvcProblems::of).toList());
			case HandlerMethodValidationException ex -> ProblemException.invalid(ex.getParameterValidationResults()
				.stream()
				.flatMap((result) -> result.getResolvableErrors()
					.stream()
					.map((error) -> new FieldError(String.valueOf(result.getMethodParameter().getParameterName()),
							String.valueOf(error.getDefaultMessage()))))
				.toList());
			case HttpMessageNotReadableException ex -> BodyProblems.of(ex);
			case ServletRequestBindingException ignored -> new ProblemException(ProblemCode.INVALID_REQUEST);
			case MaxUploadSizeExceededException ignored -> new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE);
			case InvalidParameterException ignored ->
				new ProblemException(ProblemCode.INVALID_REQUEST, "The query is not properly encoded.");
			case AsyncRequestTimeoutException ignored -> new ProblemException(ProblemCode.UNAVAILABLE);
			case AuthenticationException ignored -> new ProblemException(ProblemCode.UNAUTHENTICATED);
			case AccessDeniedException ignored -> new ProblemException(ProblemCode.FORBIDDEN);
			case ErrorResponse ex when ex.getStatusCode().is4xxClientError() ->
				new ProblemException(ProblemCode.ofStatus(ex.getStatusCode().value()));
			default -> null;
		};
	}

	private static ProblemException unknownAddress() {
		return new ProblemException(ProblemCode.NOT_FOUND, "There is nothing at this address.");
	}

	private static @Nullable String allowed(HttpRequestMethodNotSupportedException exception) {
		@Nullable String[] methods = exception.getSupportedMethods();
		List<String> supported = (methods != null) ? Stream.of(methods).map(String::valueOf).toList() : List.of();
		List<String> all = Stream
			.concat(supported.stream(),
					supported.contains(HttpMethod.GET.name()) ? Stream.of(HttpMethod.HEAD.name()) : Stream.empty())
			.distinct()
			.sorted()
			.toList();
		return all.isEmpty() ? null : String.join(", ", all);
	}

	private static FieldError of(ObjectError error) {
		if (error instanceof org.springframework.validation.FieldError field) {
			String message = (field.isBindingFailure() && field.contains(TypeMismatchException.class))
					? Expected.of(field.unwrap(TypeMismatchException.class).getRequiredType())
					: String.valueOf(field.getDefaultMessage());
			return new FieldError(field.getField(), message);
		}
		return new FieldError(error.getObjectName(), String.valueOf(error.getDefaultMessage()));
	}

}
