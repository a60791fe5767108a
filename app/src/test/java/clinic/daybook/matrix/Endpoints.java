package clinic.daybook.matrix;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * What the code maps for callers, whether the OpenAPI document knows it or not;
 * {@code /error} is where only the server itself goes.
 */
final class Endpoints {

	private static final RequestMethod[] ANY = RequestMethod.values();

	private Endpoints() {
	}

	static Set<Call> all() {
		ClassPathScanningCandidateComponentProvider controllers = new ClassPathScanningCandidateComponentProvider(
				false);
		controllers.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
		return controllers.findCandidateComponents("clinic.daybook")
			.stream()
			.map((controller) -> ClassUtils.resolveClassName(String.valueOf(controller.getBeanClassName()), null))
			.filter((type) -> !ErrorController.class.isAssignableFrom(type))
			.flatMap(Endpoints::of)
			.collect(Collectors.toSet());
	}

	private static Stream<Call> of(Class<?> controller) {
		List<String> prefixes = mapping(controller).flatMap(Endpoints::paths).toList();
		return Arrays.stream(controller.getDeclaredMethods())
			.flatMap(Endpoints::mapping)
			.flatMap((mapping) -> methods(mapping).flatMap((method) -> paths(mapping)
				.flatMap((path) -> (prefixes.isEmpty() ? Stream.of("") : prefixes.stream())
					.map((prefix) -> new Call(method.name(), prefix + path)))));
	}

	private static Stream<RequestMapping> mapping(AnnotatedElement element) {
		return Stream.ofNullable(AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class));
	}

	private static Stream<RequestMethod> methods(RequestMapping mapping) {
		return Arrays.stream((mapping.method().length == 0) ? ANY : mapping.method());
	}

	private static Stream<String> paths(RequestMapping mapping) {
		return (mapping.path().length == 0) ? Stream.of("") : Arrays.stream(mapping.path());
	}

}
