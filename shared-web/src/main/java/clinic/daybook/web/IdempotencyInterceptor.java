package clinic.daybook.web;

import java.io.IOException;
import java.util.Collections;
import java.util.OptionalLong;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Stands before endpoints that create, and behind whatever refuses a request without
 * reading its body: none of that is an attempt.
 */
final class IdempotencyInterceptor implements HandlerInterceptor {

	private final Attempts attempts;

	private final ReadYourWrites readYourWrites;

	IdempotencyInterceptor(Attempts attempts, ReadYourWrites readYourWrites) {
		this.attempts = attempts;
		this.readYourWrites = readYourWrites;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		@Nullable RepeatableBody repeatable = WebUtils.getNativeRequest(request, RepeatableBody.class);
		@Nullable Caller caller = CallerAuthentication.current();
		if (repeatable == null || caller == null
				|| !(handler instanceof HandlerMethod method && NewIdResolver.isFor(method))) {
			return true;
		}
		IdempotencyKey key = IdempotencyKey.of(Collections.list(request.getHeaders(IdempotencyKey.HEADER)),
				caller.userId(), request.getMethod(), request.getRequestURI());
		return switch (this.attempts.take(key, repeatable.bytes())) {
			case Attempts.Turn.Go(Attempt attempt) -> {
				request.setAttribute(Attempt.ATTRIBUTE, attempt);
				yield true;
			}
			case Attempts.Turn.Replay(FirstAnswer answer) -> {
				replay(answer, response);
				yield false;
			}
		};
	}

	private void replay(FirstAnswer answer, HttpServletResponse response) throws IOException {
		@Nullable String token = answer.consistencyToken();
		if (token != null) {
			this.readYourWrites.makeVisible(OptionalLong.of(ConsistencyToken.position(token)));
		}
		answer.writeTo(response);
	}

}
