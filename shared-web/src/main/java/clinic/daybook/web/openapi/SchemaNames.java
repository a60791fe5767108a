package clinic.daybook.web.openapi;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.springframework.core.ResolvableType;

/** What clients call our types. */
final class SchemaNames {

	private final Map<String, String> types = new ConcurrentHashMap<>();

	/** A page of appointment views is an AppointmentPage. */
	String of(ResolvableType type) {
		String name = Arrays.stream(type.getGenerics()).map(this::of).collect(Collectors.joining())
				+ type.toClass().getSimpleName().replaceFirst("(View|Answer)$", "");
		String other = this.types.putIfAbsent(name, type.toString());
		if (other != null && !other.equals(type.toString())) {
			throw new IllegalStateException(
					"Two types would be called " + name + " in the OpenAPI document: " + other + " and " + type);
		}
		return name;
	}

}
