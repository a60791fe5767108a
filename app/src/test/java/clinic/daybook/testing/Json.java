package clinic.daybook.testing;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies written in one line. */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	/** Names and values in turn. */
	public static Map<String, @Nullable Object> body(@Nullable Object... namesAndValues) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			Object value = namesAndValues[i + 1];
			boolean plain = value == null || value instanceof Number || value instanceof Boolean
					|| value instanceof Iterable<?> || value instanceof Map<?, ?>;
			body.put(String.valueOf(namesAndValues[i]), plain ? value : value.toString());
		}
		return body;
	}

	/** The same body with one field more, or another value for it. */
	public static Map<String, @Nullable Object> with(Map<String, @Nullable Object> body, String name,
			@Nullable Object value) {
		Map<String, @Nullable Object> other = new LinkedHashMap<>(body);
		other.put(name, value);
		return other;
	}

	public static Map<String, @Nullable Object> without(Map<String, @Nullable Object> body, String name) {
		Map<String, @Nullable Object> other = new LinkedHashMap<>(body);
		other.remove(name);
		return other;
	}

	public static Map<String, @Nullable Object> window(String start, String end) {
		return body("start", start, "end", end);
	}

	static String write(Object body) {
		return MAPPER.writeValueAsString(body);
	}

	static JsonNode read(String text) {
		return MAPPER.readTree(text);
	}

}
