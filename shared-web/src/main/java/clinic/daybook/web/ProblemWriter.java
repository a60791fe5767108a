package clinic.daybook.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Writes the one kind of error document. It asks for no more than a servlet request and
 * response, since errors arise in MVC, in filters and in the bare server alike.
 */
final class ProblemWriter {

	private static final String ALLOWED_IN_PATHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
			+ "-._~!$&'()*+,;=:@/%";

	private final JsonMapper json;

	ProblemWriter(JsonMapper json) {
		this.json = json;
	}

	void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem) throws IOException {
		byte[] body = this.json.writeValueAsBytes(document(request, problem));
		response.resetBuffer();
		response.setStatus(problem.code().status().value());
		problem.headers().forEach(response::setHeader);
		if (problem.code().status().value() == 401) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		if (problem.code().status().value() == 503 && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "1");
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
		response.flushBuffer();
	}

	private static Map<String, Object> document(HttpServletRequest request, ProblemException problem) {
		ProblemCode code = problem.code();
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("type", code.type().toString());
		document.put("title", code.title());
		document.put("status", code.status().value());
		document.put("detail", problem.detail());
		document.put("instance", instance(request));
		document.put("code", code.slug());
		document.put("traceId", traceId(request));
		if (!problem.errors().isEmpty()) {
			document.put("errors", problem.errors());
		}
		problem.extensions().forEach(document::putIfAbsent);
		return document;
	}

	private static String traceId(HttpServletRequest request) {
		return (request.getAttribute(TraceId.KEY) instanceof String known) ? known : TraceId.current();
	}

	private static String instance(HttpServletRequest request) {
		@Nullable Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		@Nullable String path = (asked instanceof String uri) ? uri : request.getRequestURI();
		return (path == null || path.isEmpty()) ? "/" : escaped(path);
	}

	// What the server refused to parse is still to be named by a valid URI reference.
	private static String escaped(String path) {
		int query = path.indexOf('?');
		String bare = (query < 0) ? path : path.substring(0, query);
		StringBuilder escaped = new StringBuilder(bare.length());
		for (byte octet : bare.getBytes(StandardCharsets.UTF_8)) {
			if (octet > 0 && ALLOWED_IN_PATHS.indexOf(octet) >= 0) {
				escaped.append((char) octet);
			}
			else {
				escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
			}
		}
		return escaped.toString();
	}

}
