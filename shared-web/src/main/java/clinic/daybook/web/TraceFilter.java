package clinic.daybook.web;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Outermost of all filters: names the request, and turns what no one else caught into a
 * problem document.
 */
final class TraceFilter implements Filter {

	private final Problems problems;

	TraceFilter(Problems problems) {
		this.problems = problems;
	}

	@Override
	public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest request = (HttpServletRequest) in;
		HttpServletResponse response = (HttpServletResponse) out;
		String traceId = traceIdOf(request);
		request.setAttribute(TraceId.KEY, traceId);
		response.setHeader(TraceId.HEADER, traceId);
		@Nullable String outer = MDC.get(TraceId.KEY);
		MDC.put(TraceId.KEY, traceId);
		try {
			chain.doFilter(request, response);
		}
		catch (Exception ex) {
			this.problems.answer(request, response, null, ex);
		}
		finally {
			if (outer == null) {
				MDC.remove(TraceId.KEY);
			}
			else {
				MDC.put(TraceId.KEY, outer);
			}
		}
	}

	private static String traceIdOf(HttpServletRequest request) {
		return (request.getAttribute(TraceId.KEY) instanceof String known) ? known
				: TraceId.from(request.getHeader("traceparent"));
	}

}
