package clinic.daybook.web;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link Limits} from the query. */
final class LimitsResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Limits.class;
	}

	@Override
	public Limits resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		return new Limits(limit(request.getParameter("limit")), request.getParameter("after"));
	}

	private static int limit(@Nullable String text) {
		if (text == null) {
			return Limits.DEFAULT;
		}
		if (text.matches("[0-9]{1,3}")) {
			int limit = Integer.parseInt(text);
			if (limit >= 1 && limit <= Limits.MOST) {
				return limit;
			}
		}
		throw ProblemException.invalid("limit", "must be a whole number from 1 to " + Limits.MOST);
	}

}
