package clinic.daybook.web;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.RequestPath;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who is calling. A token that is sent must be good, on public addresses too: a
 * client that thinks it is logged in should learn that it is not. Only where it is about
 * to log in, refresh or log out does it know already.
 */
final class BearerFilter extends OncePerRequestFilter {

	private static final String SCHEME = "Bearer ";

	private final AccessTokens tokens;

	private final Callers callers;

	private final Problems problems;

	private final SecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

	BearerFilter(AccessTokens tokens, Callers callers, Problems problems) {
		this.tokens = tokens;
		this.callers = callers;
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		@Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (authorization != null) {
			Optional<Caller> caller = caller(authorization);
			if (caller.isEmpty() && !overlooksBadToken(request)) {
				this.problems.answer(request, response, null, new ProblemException(ProblemCode.UNAUTHENTICATED));
				return;
			}
			caller.ifPresent((known) -> authenticate(known, request, response));
		}
		chain.doFilter(request, response);
	}

	private void authenticate(Caller caller, HttpServletRequest request, HttpServletResponse response) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new CallerAuthentication(caller));
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

	private static boolean overlooksBadToken(HttpServletRequest request) {
		return PublicAddresses.overlookBadToken(request.getMethod(),
				RequestPath.parse(request.getRequestURI(), request.getContextPath()).pathWithinApplication());
	}

	private Optional<Caller> caller(String authorization) {
		return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
				? this.tokens.verify(authorization.substring(SCHEME.length()).strip()).flatMap(this.callers::callerOf)
				: Optional.empty();
	}

}
