package clinic.daybook.web;

import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Says 415 to a Content-Type that names no type. Wildcards Spring takes for a defect of
 * ours, and without a body it would not look at all.
 */
final class BodyTypeInterceptor implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws HttpMediaTypeNotSupportedException {
		@Nullable String type = request.getContentType();
		if (StringUtils.hasLength(type) && handler instanceof HandlerMethod method && takesBody(method)
				&& !isOneType(type)) {
			throw new HttpMediaTypeNotSupportedException("Not one type");
		}
		return true;
	}

	static boolean takesBody(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters())
			.anyMatch((parameter) -> parameter.hasParameterAnnotation(RequestBody.class));
	}

	private static boolean isOneType(String type) {
		try {
			return MediaType.parseMediaType(type).isConcrete();
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

}
