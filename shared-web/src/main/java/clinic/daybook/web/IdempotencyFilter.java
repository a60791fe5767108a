package clinic.daybook.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Holds an answer back until it is remembered: what a client has seen, its next attempt
 * sees again.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

	private final Attempts attempts;

	IdempotencyFilter(Attempts attempts) {
		this.attempts = attempts;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getMethod().equals(HttpMethod.POST.name()) || request.getHeader(IdempotencyKey.HEADER) == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
		boolean answered = false;
		try {
			chain.doFilter(new RepeatableBody(request), held);
			answered = true;
		}
		finally {
			if (request.getAttribute(Attempt.ATTRIBUTE) instanceof Attempt attempt) {
				if (answered) {
					this.attempts.answered(attempt, held);
				}
				else {
					this.attempts.failed(attempt);
				}
			}
		}
		held.copyBodyToResponse();
	}

}
