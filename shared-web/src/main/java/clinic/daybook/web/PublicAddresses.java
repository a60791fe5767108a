package clinic.daybook.web;

import java.util.List;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What needs no token. Everything else does, whether or not somebody thought of it. */
public final class PublicAddresses {

	private static final List<PathPattern> ANY_METHOD = patterns("/error");

	private static final List<PathPattern> POST = patterns("/auth/register", "/auth/login", "/auth/refresh",
			"/auth/logout");

	// These are told by their bodies who it is. A client that sends its old access token
	// with all it sends must still be able to get a new one, and to leave.
	private static final List<PathPattern> POST_WITH_ANY_TOKEN = patterns("/auth/login", "/auth/refresh",
			"/auth/logout");

	private static final List<PathPattern> GET = patterns("/", "/docs/**", "/v3/api-docs/**", "/v3/api-docs.yaml",
			"/swagger-ui/**", "/swagger-ui.html", "/problems/**", "/.well-known/**", "/actuator/health/**",
			"/demo/clock", "/api/departments/**", "/api/doctors/**", "/api/availability/{doctorId}", "/api/slots");

	private PublicAddresses() {
	}

	public static boolean include(String method, PathContainer path) {
		return matches(ANY_METHOD, path) || switch (method) {
			case "GET", "HEAD" -> matches(GET, path);
			case "POST" -> matches(POST, path);
			case "OPTIONS" -> true;
			default -> false;
		};
	}

	/** Where a token that is no good counts as none. */
	public static boolean overlookBadToken(String method, PathContainer path) {
		return method.equals("POST") && matches(POST_WITH_ANY_TOKEN, path);
	}

	private static boolean matches(List<PathPattern> patterns, PathContainer path) {
		return patterns.stream().anyMatch((pattern) -> pattern.matches(path));
	}

	private static List<PathPattern> patterns(String... patterns) {
		return List.of(patterns).stream().map(PathPatternParser.defaultInstance::parse).toList();
	}

}
