package clinic.daybook.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Says 406 before anything happens. Spring would find out only when it writes the answer,
 * with the appointment booked and the client told that it was not.
 */
final class AcceptInterceptor implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws HttpMediaTypeNotAcceptableException {
		@Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
		if (accept != null && handler instanceof HandlerMethod method && Ours.is(method)
				&& !(method.getBean() instanceof ProblemEndpoint)
				&& request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null) {
			refuseUnlessJson(accept);
		}
		return true;
	}

	private static void refuseUnlessJson(String accept) throws HttpMediaTypeNotAcceptableException {
		try {
			List<MediaType> wanted = MediaType.parseMediaTypes(accept);
			if (!wanted.isEmpty() && wanted.stream().noneMatch(MediaType.APPLICATION_JSON::isCompatibleWith)) {
				throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
			}
		}
		catch (InvalidMediaTypeException ex) {
			throw ProblemException.invalid("Accept", "is not a list of media types");
		}
	}

}
