package clinic.daybook.web;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands out the {@link NewId} of the attempt under way, or a fresh one. */
final class NewIdResolver implements HandlerMethodArgumentResolver {

	/** Whether the endpoint creates something. */
	static boolean isFor(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters()).anyMatch(NewIdResolver::isNewId);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return isNewId(parameter);
	}

	@Override
	public NewId resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		return (request.getAttribute(Attempt.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Attempt attempt)
				? attempt.newId() : NewId.fresh();
	}

	private static boolean isNewId(MethodParameter parameter) {
		return parameter.getParameterType() == NewId.class;
	}

}
