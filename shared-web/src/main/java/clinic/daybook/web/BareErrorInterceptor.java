package clinic.daybook.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Gives a document to errors that a handler, actuator's say, answered without a body. It
 * writes it itself, since on the management port nobody else would.
 */
final class BareErrorInterceptor implements HandlerInterceptor {

	private final Problems problems;

	BareErrorInterceptor(Problems problems) {
		this.problems = problems;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView view) throws IOException {
		if (response.getStatus() >= 400 && !response.isCommitted()) {
			this.problems.answer(request, response, handler,
					new ProblemException(ProblemCode.ofStatus(response.getStatus())));
		}
	}

}
