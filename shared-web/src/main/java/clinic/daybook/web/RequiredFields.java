package clinic.daybook.web;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Refuses bodies that lack something. What a body must have is said once, by its record:
 * whatever is not {@code @Nullable}. Endpoints rely on it, and so does the OpenAPI
 * document.
 */
@ControllerAdvice
class RequiredFields extends RequestBodyAdviceAdapter {

	@Override
	public boolean supports(MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converterType) {
		return true;
	}

	@Override
	public Object afterBodyRead(Object body, HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converterType) {
		List<FieldError> errors = new ArrayList<>();
		if (body instanceof Record given) {
			checkFields("", given, errors);
		}
		if (!errors.isEmpty()) {
			throw ProblemException.invalid(errors);
		}
		return body;
	}

	private static void checkFields(String path, Record given, List<FieldError> errors) {
		for (RecordComponent component : given.getClass().getRecordComponents()) {
			String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
			check(name, valueOf(component, given), component.getAnnotatedType(), errors);
		}
	}

	private static void check(String name, @Nullable Object value, AnnotatedType type, List<FieldError> errors) {
		switch (value) {
			case null -> {
				if (!type.isAnnotationPresent(Nullable.class)) {
					errors.add(new FieldError(name, "is required"));
				}
			}
			case Record nested -> checkFields(name, nested, errors);
			case List<?> items when type instanceof AnnotatedParameterizedType list -> {
				for (int i = 0; i < items.size(); i++) {
					check(name + "[" + i + "]", items.get(i), list.getAnnotatedActualTypeArguments()[0], errors);
				}
			}
			default -> {
			}
		}
	}

	private static @Nullable Object valueOf(RecordComponent component, Record given) {
		ReflectionUtils.makeAccessible(component.getAccessor());
		return ReflectionUtils.invokeMethod(component.getAccessor(), given);
	}

}
