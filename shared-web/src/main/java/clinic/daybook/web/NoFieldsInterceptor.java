package clinic.daybook.web;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Reads a body where an endpoint takes none, since whoever sends one means something by
 * it: what is in it is refused and named like any unknown field.
 */
final class NoFieldsInterceptor implements HandlerInterceptor {

	private static final Set<String> WITH_BODIES = Set.of("POST", "PUT", "PATCH");

	private final JsonMapper json;

	NoFieldsInterceptor(JsonMapper json) {
		this.json = json;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (WITH_BODIES.contains(request.getMethod()) && handler instanceof HandlerMethod method && Ours.is(method)
				&& !BodyTypeInterceptor.takesBody(method)) {
			PushbackInputStream body = new PushbackInputStream(request.getInputStream());
			int first = body.read();
			if (first >= 0) {
				body.unread(first);
				read(request, body);
			}
		}
		return true;
	}

	private void read(HttpServletRequest request, PushbackInputStream body) {
		try {
			this.json.readValue(body, NoFields.class);
		}
		catch (JacksonException ex) {
			throw new HttpMessageNotReadableException("No body that has no fields", ex,
					new ServletServerHttpRequest(request));
		}
	}

	private record NoFields() {
	}

}
