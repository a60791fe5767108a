package clinic.daybook.web;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * First in line for everything a handler throws. A resolver rather than a controller
 * advice, so that static files and actuator endpoints are covered too, and no Accept
 * header can get between a client and its error.
 */
final class ProblemResolver implements HandlerExceptionResolver {

	private final Problems problems;

	ProblemResolver(Problems problems) {
		this.problems = problems;
	}

	@Override
	public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception exception) {
		try {
			this.problems.answer(request, response, handler, exception);
			return new ModelAndView();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
