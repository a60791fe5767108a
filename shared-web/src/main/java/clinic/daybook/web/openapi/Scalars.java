package clinic.daybook.web.openapi;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/** How single values look in JSON. */
final class Scalars {

	private static final Map<Class<?>, String> TEXTS = Map.of(UUID.class, "uuid", Instant.class, "date-time",
			OffsetDateTime.class, "date-time", LocalDate.class, "date", Duration.class, "duration", URI.class,
			"uri-reference");

	private static final Map<Class<?>, String> WHOLE_NUMBERS = Map.of(Integer.class, "int32", Long.class, "int64");

	private Scalars() {
	}

	/** Null for what is no single value. */
	static @Nullable Schema<?> of(Class<?> type) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		if (WHOLE_NUMBERS.containsKey(boxed)) {
			return typed("integer").format(WHOLE_NUMBERS.get(boxed));
		}
		if (TEXTS.containsKey(type)) {
			return typed("string").format(TEXTS.get(type));
		}
		if (boxed == Boolean.class) {
			return typed("boolean");
		}
		if (type == LocalTime.class) {
			return typed("string").pattern("^([01][0-9]|2[0-3]):[0-5][0-9](:00)?$");
		}
		return (type == String.class || ZoneId.class.isAssignableFrom(type)) ? typed("string") : null;
	}

	static Schema<?> typed(String type) {
		return new JsonSchema().typesItem(type);
	}

	/** The same, or null. */
	static Schema<?> orNull(Schema<?> schema) {
		if (schema.get$ref() != null) {
			return new JsonSchema().addAnyOfItem(schema).addAnyOfItem(typed("null"));
		}
		schema.addType("null");
		return schema;
	}

	static boolean mayBeNull(Schema<?> schema) {
		return (schema.getTypes() != null && schema.getTypes().contains("null"))
				|| (schema.getAnyOf() != null && schema.getAnyOf().stream().anyMatch(Scalars::mayBeNull));
	}

}
