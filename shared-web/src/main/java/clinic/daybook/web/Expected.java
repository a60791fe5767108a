package clinic.daybook.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** How a type is put to a person who got it wrong. */
final class Expected {

	static final String INSTANT = "must be a time with an offset or Z, like 2026-12-01T09:00:00-05:00, in the years 0001 to 9998";

	static final String DATE = "must be a date like 2026-12-01, in the years 0001 to 9998";

	static final String TIME = "must be a time of day like 09:00";

	static final String ZONE = "must be an IANA time zone like America/New_York";

	static final String UUID_TEXT = "must be a UUID like 018f3b7e-5d5c-7c1e-9c1d-3d5f3d0b7a10";

	private Expected() {
	}

	static String of(@Nullable Class<?> type) {
		if (type == null) {
			return "is not right";
		}
		if (type.isEnum()) {
			return "must be one of " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> ((Enum<?>) constant).name())
				.collect(Collectors.joining(", "));
		}
		if (type == UUID.class) {
			return UUID_TEXT;
		}
		if (type == Instant.class || type == OffsetDateTime.class) {
			return INSTANT;
		}
		if (type == LocalDate.class) {
			return DATE;
		}
		if (type == LocalTime.class) {
			return TIME;
		}
		if (ZoneId.class.isAssignableFrom(type)) {
			return ZONE;
		}
		if (type == Duration.class) {
			return "must be a duration like PT5M";
		}
		if (type == boolean.class || type == Boolean.class) {
			return "must be true or false";
		}
		if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
			return "must be a whole number";
		}
		if (CharSequence.class.isAssignableFrom(type)) {
			return "must be a string";
		}
		if (Collection.class.isAssignableFrom(type) || type.isArray()) {
			return "must be a list";
		}
		if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
			return "must be a number";
		}
		return "must be an object";
	}

}
