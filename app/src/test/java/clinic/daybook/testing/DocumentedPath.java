package clinic.daybook.testing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/** A path of the OpenAPI document, with variables in it. */
record DocumentedPath(Pattern pattern, int variables, JsonNode operations) {

	private static final Pattern VARIABLE = Pattern.compile("\\{[^/}]+}");

	static DocumentedPath of(String template, JsonNode operations) {
		String[] literals = VARIABLE.split(template, -1);
		StringBuilder pattern = new StringBuilder(Pattern.quote(literals[0]));
		for (int i = 1; i < literals.length; i++) {
			pattern.append("[^/]+").append(Pattern.quote(literals[i]));
		}
		return new DocumentedPath(Pattern.compile(pattern.toString()), literals.length - 1, operations);
	}

	boolean matches(String path) {
		return this.pattern.matcher(path).matches();
	}

	Optional<JsonNode> operation(String method) {
		String name = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
		return Optional.ofNullable(this.operations.get(name));
	}

}
