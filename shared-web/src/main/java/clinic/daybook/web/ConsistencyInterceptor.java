package clinic.daybook.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a read wait for the write that its client has just made, perhaps elsewhere. */
final class ConsistencyInterceptor implements HandlerInterceptor {

	private static final Duration AT_MOST = Duration.ofSeconds(2);

	private final ReadModels readModels;

	ConsistencyInterceptor(ReadModels readModels) {
		this.readModels = readModels;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		@Nullable String token = request.getHeader(ConsistencyToken.HEADER);
		boolean reading = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
		if (token != null && reading && handler instanceof HandlerMethod method && Ours.is(method)
				&& !this.readModels.caughtUpWith(ConsistencyToken.position(token), AT_MOST)) {
			throw ProblemException.retryAfter(ProblemCode.UNAVAILABLE,
					"What the Consistency-Token asks for is not there yet.", Duration.ofSeconds(1));
		}
		return true;
	}

}
