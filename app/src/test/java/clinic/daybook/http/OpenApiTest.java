package clinic.daybook.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Operation;
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

	private static final Visitor ADMIN = Daybook.shared().clinic().admin().as();

	private static final JsonNode API = ANYONE.get("/v3/api-docs").is(200).json();

	static List<Operation> operations() {
		return Daybook.shared().operations();
	}

	static List<Operation> withABody() {
		return operations().stream().filter(Operation::takesBody).toList();
	}

	@ParameterizedTest
	@MethodSource("operations")
	void anOperationHasANameAndWords(Operation operation) {
		assertThat(id(operation)).matches("[a-z]+([A-Z][a-z]+)+");
		assertThat(operation.description().path("summary").stringValue("")).isNotBlank();
		assertThat(operation.description().path("description").stringValue("")).isNotBlank().endsWith(".");
		assertThat(operation.description().path("tags").size()).isEqualTo(1);
		assertThat(tags()).contains(operation.description().path("tags").get(0).stringValue());
	}

	@ParameterizedTest
	@MethodSource("operations")
	void aParameterSaysWhatItMeans(Operation operation) {
		for (JsonNode parameter : operation.description().path("parameters")) {
			assertThat(parameter.path("description").stringValue(""))
				.as("add %s to words.json", parameter.path("name").stringValue())
				.isNotBlank();
		}
	}

	/** Or else "Try it out" would have nothing to try. */
	@ParameterizedTest
	@MethodSource("operations")
	void anOperationHasAnExample(Operation operation) {
		for (JsonNode parameter : operation.description().path("parameters")) {
			if (parameter.path("required").booleanValue(false)) {
				assertThat(parameter.has("example"))
					.as("add %s of %s to examples.json", parameter.path("name").stringValue(), id(operation))
					.isTrue();
			}
		}
		if (operation.takesBody()) {
			assertThat(body(operation).has("example")).as("add %s to examples.json", id(operation)).isTrue();
		}
	}

	@Test
	void noTwoOperationsShareAName() {
		assertThat(operations().stream().map(OpenApiTest::id).toList()).doesNotHaveDuplicates();
	}

	@Test
	void theGroupsShareAllOperationsBetweenThem() {
		List<String> commands = ids("commands");
		List<String> queries = ids("queries");
		List<String> audit = ids("audit");

		assertThat(Stream.of(commands, queries, audit).flatMap(List::stream))
			.containsExactlyInAnyOrderElementsOf(operations().stream().map(OpenApiTest::id).toList());
		assertThat(commands).contains("bookAppointment", "logIn").doesNotContain("getMe");
		assertThat(queries).contains("getAppointment", "listDoctors");
	}

	@Test
	void aGroupWithNothingInItSaysSo() {
		JsonNode audit = ANYONE.get("/v3/api-docs/audit").is(200).json();

		assertThat(audit.at("/tags/0/name").stringValue("").equals("Nothing yet"))
			.isEqualTo(audit.get("paths").isEmpty());
	}

	@Test
	void whatIsPublicAsksForNoToken() {
		assertThat(operations().stream()
			.filter((operation) -> operation.description().path("security").isArray())
			.map(OpenApiTest::id)).contains("logIn", "registerAccount", "listDoctors", "getAvailability")
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
	@MethodSource("withABody")
	void whatIsRequiredIsMissedAndNothingElse(Operation operation) {
		JsonNode schema = API.at(body(operation).at("/schema/$ref").stringValue().substring(1));
		List<String> required = schema.path("required").valueStream().map(JsonNode::stringValue).toList();
		if (required.isEmpty()) {
			return;
		}
		Map<String, @Nullable Object> leastOfAll = Json.body();
		schema.path("properties")
			.propertyNames()
			.stream()
			.filter((name) -> !required.contains(name))
			.forEach((name) -> leastOfAll.put(name, null));

		Answer answer = ADMIN.send(operation.method(), operation.somewhere(), leastOfAll)
			.blames(required.getFirst())
			.answer();

		assertThat(answer.node("errors").valueStream().map((error) -> error.get("field").stringValue()))
			.containsExactlyInAnyOrderElementsOf(required);
	}

	private static String id(Operation operation) {
		return operation.description().path("operationId").stringValue("");
	}

	private static JsonNode body(Operation operation) {
		return operation.description().at("/requestBody/content/application~1json");
	}

	private static Set<String> tags() {
		return API.get("tags")
			.valueStream()
			.filter((tag) -> tag.has("description"))
			.map((tag) -> tag.get("name").stringValue())
			.collect(Collectors.toSet());
	}

	private static List<String> ids(String group) {
		return Daybook.shared().operations(group).stream().map(OpenApiTest::id).toList();
	}

}
