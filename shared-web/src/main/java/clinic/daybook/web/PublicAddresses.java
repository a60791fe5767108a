package clinic.daybook.web;

import java.util.List;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What needs no token. Everything else does, whether or not somebody thought of it. */
final class PublicAddresses {

	private static final List<PathPattern> ANY_METHOD = patterns("/error");

	private static final List<PathPattern> POST = patterns("/auth/register", "/auth/login", "/auth/refresh",
			"/auth/logout");

	private static final List<PathPattern> LOGIN = patterns("/auth/login", "/auth/refresh", "/auth/logout");

	private static final List<PathPattern> GET = patterns("/", "/docs/**", "/v3/api-docs/**", "/v3/api-docs.yaml",
			"/swagger-ui/**", "/swagger-ui.html", "/problems/**", "/.well-known/**", "/actuator/health/**",
			"/demo/clock", "/api/departments/**", "/api/doctors/**", "/api/availability/{doctorId}", "/api/slots");

	private PublicAddresses() {
	}

	static boolean include(String method, PathContainer path) {
		return matches(ANY_METHOD, path) || switch (method) {
			case "GET", "HEAD" -> matches(GET, path);
			case "POST" -> matches(POST, path);
			case "OPTIONS" -> true;
			default -> false;
		};
	}

	/**
	 * Where nobody is expected to be logged in any more, whatever token they still send.
	 */
	static boolean ignoreTokens(String method, PathContainer path) {
		return method.equals("POST") && matches(LOGIN, path);
	}

	private static boolean matches(List<PathPattern> patterns, PathContainer path) {
		return patterns.stream().anyMatch((pattern) -> pattern.matches(path));
	}

	private static List<PathPattern> patterns(String... patterns) {
		return List.of(patterns).stream().map(PathPatternParser.defaultInstance::parse).toList();
	}

}
