package clinic.daybook.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Staff;
import clinic.daybook.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document tells clients all they need, in words they can keep. */
class OpenApiTest {

	private static final Visitor ANYONE = Daybook.shared().anyone();

	private static final JsonNode API = ANYONE.get("/v3/api-docs").is(200).json();

	/** An operation where it was found. */
	record Operation(String method, String path, JsonNode node) {

		String id() {
			return this.node.path("operationId").stringValue("");
		}

		@Nullable JsonNode body() {
			return this.node.at("/requestBody/content/application~1json").isMissingNode() ? null
					: this.node.at("/requestBody/content/application~1json");
		}

		@Override
		public String toString() {
			return this.method.toUpperCase(java.util.Locale.ROOT) + " " + this.path;
		}

	}

	static Stream<Operation> operations() {
		return operationsOf(API);
	}

	private static Stream<Operation> operationsOf(JsonNode api) {
		return api.get("paths")
			.properties()
			.stream()
			.flatMap((path) -> path.getValue()
				.properties()
				.stream()
				.map((operation) -> new Operation(operation.getKey(), path.getKey(), operation.getValue())));
	}

	@ParameterizedTest
	@MethodSource("operations")
	void anOperationHasANameAndWords(Operation operation) {
		assertThat(operation.id()).matches("[a-z]+([A-Z][a-z]+)+");
		assertThat(operation.node().path("summary").stringValue("")).isNotBlank();
		assertThat(operation.node().path("description").stringValue("")).isNotBlank().endsWith(".");
		assertThat(operation.node().path("tags").size()).isEqualTo(1);
		assertThat(tags()).contains(operation.node().path("tags").get(0).stringValue());
	}

	@ParameterizedTest
	@MethodSource("operations")
	void aParameterSaysWhatItMeans(Operation operation) {
		for (JsonNode parameter : operation.node().path("parameters")) {
			assertThat(parameter.path("description").stringValue(""))
				.as("add %s to words.json", parameter.path("name").stringValue())
				.isNotBlank();
		}
	}

	/** Or else "Try it out" would have nothing to try. */
	@ParameterizedTest
	@MethodSource("operations")
	void anOperationHasAnExample(Operation operation) {
		for (JsonNode parameter : operation.node().path("parameters")) {
			if (parameter.path("required").booleanValue(false)) {
				assertThat(parameter.has("example"))
					.as("add %s of %s to examples.json", parameter.path("name").stringValue(), operation.id())
					.isTrue();
			}
		}
		JsonNode body = operation.body();
		if (body != null) {
			assertThat(body.has("example")).as("add %s to examples.json", operation.id()).isTrue();
		}
	}

	@Test
	void noTwoOperationsShareAName() {
		assertThat(operations().map(Operation::id).toList()).doesNotHaveDuplicates();
	}

	@Test
	void theGroupsShareAllOperationsBetweenThem() {
		List<String> commands = ids("commands");
		List<String> queries = ids("queries");
		List<String> audit = ids("audit");

		assertThat(Stream.of(commands, queries, audit).flatMap(List::stream))
			.containsExactlyInAnyOrderElementsOf(operations().map(Operation::id).toList());
		assertThat(commands).contains("bookAppointment", "logIn").doesNotContain("getMe");
		assertThat(queries).contains("getAppointment", "listDoctors");
	}

	@Test
	void aGroupWithNothingInItSaysSo() {
		JsonNode audit = ANYONE.get("/v3/api-docs/audit").is(200).json();

		assertThat(audit.at("/info/description").stringValue("").contains("nothing in it yet"))
			.isEqualTo(audit.get("paths").isEmpty());
	}

	@Test
	void whatIsPublicAsksForNoToken() {
		assertThat(operations().filter((operation) -> operation.node().path("security").isArray()).map(Operation::id))
			.contains("logIn", "registerAccount", "listDoctors", "getAvailability")
			.doesNotContain("bookAppointment", "getMe", "openDepartment");
		assertThat(API.get("security").get(0).has("bearer")).isTrue();
	}

	@Test
	void everySchemaIsClosedAndItsFieldsSayWhatTheyMean() {
		Set<String> wordless = new TreeSet<>();
		API.at("/components/schemas").properties().forEach((schema) -> {
			assertThat(schema.getKey()).matches("[A-Za-z]+");
			if (schema.getValue().path("type").stringValue("").equals("object")) {
				assertThat(schema.getValue().path("additionalProperties").booleanValue(true)).as(schema.getKey())
					.isFalse();
				schema.getValue().path("properties").properties().forEach((field) -> {
					if (!field.getValue().has("description")) {
						wordless.add(schema.getKey() + "." + field.getKey());
					}
				});
			}
		});
		assertThat(wordless).as("add them to words.json").isEmpty();
	}

	/** The document's word for it and the server's are one. */
	@ParameterizedTest
	@MethodSource("operations")
	void whatIsRequiredIsMissedAndNothingElse(Operation operation) {
		if (operation.body() == null) {
			return;
		}
		JsonNode schema = API.at(operation.body().at("/schema/$ref").stringValue().substring(1));
		List<String> required = schema.path("required").valueStream().map(JsonNode::stringValue).toList();
		if (required.isEmpty()) {
			return;
		}
		Map<String, @Nullable Object> body = Json.body();
		schema.path("properties")
			.propertyNames()
			.stream()
			.filter((name) -> !required.contains(name))
			.forEach((name) -> {
				body.put(name, null);
			});
		String path = operation.path().replaceAll("\\{\\w+}", "018f3b7e-5d5c-7c1e-9c1d-3d5f3d0b7a10");

		Answer answer = admin().as().send(operation.method().toUpperCase(java.util.Locale.ROOT), path, body);

		assertThat(answer.problem(400, "invalid-request")
			.answer()
			.node("errors")
			.valueStream()
			.map((error) -> error.get("field").stringValue())).containsExactlyInAnyOrderElementsOf(required);
	}

	private static Staff admin() {
		return Daybook.shared().clinic().admin();
	}

	private static Set<String> tags() {
		return API.get("tags")
			.valueStream()
			.filter((tag) -> tag.has("description"))
			.map((tag) -> tag.get("name").stringValue())
			.collect(Collectors.toSet());
	}

	private static List<String> ids(String group) {
		return operationsOf(ANYONE.get("/v3/api-docs/" + group).is(200).json()).map(Operation::id).toList();
	}

}
