package clinic.daybook.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** One of those that a server's description lists. */
public record Operation(String method, String path, JsonNode description) {

	private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH");

	private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

	static List<Operation> allOf(JsonNode document) {
		JsonNode paths = document.get("paths");
		List<Operation> operations = new ArrayList<>();
		for (String path : paths.propertyNames()) {
			for (String name : paths.get(path).propertyNames()) {
				String method = name.toUpperCase(Locale.ROOT);
				if (METHODS.contains(method)) {
					operations.add(new Operation(method, path, paths.get(path).get(name)));
				}
			}
		}
		return operations;
	}

	/** Whether it says that it needs no token. */
	public boolean isPublic() {
		JsonNode security = this.description.path("security");
		return security.isArray() && security.isEmpty();
	}

	public boolean takesBody() {
		return this.description.has("requestBody");
	}

	public boolean takes(String parameter) {
		return this.description.path("parameters")
			.valueStream()
			.anyMatch((one) -> one.path("name").stringValue("").equals(parameter));
	}

	public boolean insistsOnAQuery() {
		return this.description.path("parameters")
			.valueStream()
			.anyMatch((one) -> one.path("in").stringValue("").equals("query") && one.path("required").asBoolean(false));
	}

	/** The ids in its address. */
	public List<String> ids() {
		return this.description.path("parameters")
			.valueStream()
			.filter((one) -> one.path("in").stringValue("").equals("path"))
			.filter((one) -> one.path("schema").path("format").stringValue("").equals("uuid"))
			.map((one) -> one.path("name").stringValue(""))
			.toList();
	}

	/** Its address, for things that don't exist. */
	public String somewhere() {
		return VARIABLE.matcher(this.path).replaceAll((variable) -> UUID.randomUUID().toString());
	}

	/** Its address, with something for an id that can't be one. */
	public String withoutAnId() {
		return VARIABLE.matcher(this.path).replaceAll("no-id");
	}

	public boolean isAt(String address) {
		Matcher variable = VARIABLE.matcher(this.path);
		StringBuilder pattern = new StringBuilder();
		int end = 0;
		while (variable.find()) {
			pattern.append(Pattern.quote(this.path.substring(end, variable.start()))).append("[^/]+");
			end = variable.end();
		}
		return address.matches(pattern.append(Pattern.quote(this.path.substring(end))).toString());
	}

	/** Asks for it, with the least that it takes. */
	public Answer askedBy(Visitor visitor, String address) {
		return visitor.send(this.method, address, takesBody() ? "{}" : null);
	}

	/** The methods of those that are at the address. */
	public static Set<String> methodsAt(String address, List<Operation> operations) {
		return operations.stream()
			.filter((operation) -> operation.isAt(address))
			.map(Operation::method)
			.collect(Collectors.toSet());
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
