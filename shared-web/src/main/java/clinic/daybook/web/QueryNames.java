package clinic.daybook.web;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** The query parameters that an endpoint declares, be it one by one or as a record. */
record QueryNames(Set<String> all, Set<String> repeatable, Set<String> texts) {

	static QueryNames of(HandlerMethod method) {
		QueryNames names = new QueryNames(new HashSet<>(), new HashSet<>(), new HashSet<>());
		for (MethodParameter parameter : method.getMethodParameters()) {
			@Nullable RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
			Class<?> type = parameter.getParameterType();
			if (declared != null) {
				names.add(declared.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : declared.name(),
						ResolvableType.forMethodParameter(parameter));
			}
			else if (isBoundRecord(parameter)) {
				for (RecordComponent component : type.getRecordComponents()) {
					names.add(component.getName(), ResolvableType.forType(component.getGenericType()));
				}
			}
		}
		return names;
	}

	private static boolean isBoundRecord(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		return type.isRecord() && type != Caller.class && type != NewId.class
				&& !parameter.hasParameterAnnotation(RequestBody.class);
	}

	private void add(String name, ResolvableType type) {
		this.all.add(name);
		ResolvableType one = type;
		if (type.isArray() || Collection.class.isAssignableFrom(type.toClass())) {
			this.repeatable.add(name);
			one = type.isArray() ? type.getComponentType() : type.asCollection().getGeneric();
		}
		if (one.toClass() == String.class) {
			this.texts.add(name);
		}
	}

}
