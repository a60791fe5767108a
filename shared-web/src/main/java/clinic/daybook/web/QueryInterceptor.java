package clinic.daybook.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses and names query parameters that an endpoint has not declared or that are blank:
 * a misspelt or empty filter must not answer with everything.
 */
final class QueryInterceptor implements HandlerInterceptor {

	private final Map<HandlerMethod, QueryNames> names = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		@Nullable String query = request.getQueryString();
		if (query != null && !query.isEmpty() && handler instanceof HandlerMethod method && Ours.is(method)) {
			QueryNames known = this.names.computeIfAbsent(method, QueryNames::of);
			List<FieldError> errors = new ArrayList<>();
			Set<String> seen = new HashSet<>();
			for (String pair : query.split("&", -1)) {
				check(pair, known, seen, errors);
			}
			if (!errors.isEmpty()) {
				throw ProblemException.invalid(errors);
			}
		}
		return true;
	}

	private static void check(String pair, QueryNames known, Set<String> seen, List<FieldError> errors) {
		if (pair.isEmpty()) {
			return;
		}
		int equals = pair.indexOf('=');
		String name = decoded((equals < 0) ? pair : pair.substring(0, equals));
		String value = decoded((equals < 0) ? "" : pair.substring(equals + 1));
		if (!known.all().contains(name)) {
			errors.add(new FieldError(name, "is not known here"));
		}
		else if (!seen.add(name) && !known.repeatable().contains(name)) {
			errors.add(new FieldError(name, "is given more than once"));
		}
		else if (!Texts.storable(value)) {
			errors.add(new FieldError(name, "contains characters that can't be there"));
		}
		else if (value.isBlank() && !known.texts().contains(name)) {
			errors.add(new FieldError(name, "must not be blank; leave it out instead"));
		}
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new ProblemException(ProblemCode.INVALID_REQUEST, "The query is not properly encoded.");
		}
	}

}
