package clinic.daybook.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Operation;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Swagger UI shows by "Try it out" succeeds in the demo clinic, whatever is tried.
 */
class ExamplesTest {

	private static final Daybook DEMO = Daybook.demo();

	@AfterAll
	static void close() {
		DEMO.close();
	}

	/** As a person would: log in as the example says, and go through the page. */
	@Test
	void everyExampleSucceeds() {
		List<Operation> operations = new ArrayList<>(DEMO.operations());
		Operation logIn = named("logIn", operations);
		Operation logOut = named("logOut", operations);
		String token = tried(logIn, DEMO.anyone()).is(200).text("accessToken");
		operations.removeAll(List.of(logIn, logOut));

		for (Operation operation : operations) {
			Answer answer = tried(operation, DEMO.anyone().withToken(token));
			assertThat(answer.status()).as(answer::toString).isBetween(200, 299);
		}
		tried(logOut, DEMO.anyone()).is(204);
		DEMO.anyone()
			.withToken(token)
			.post("/auth/password", Json.body("currentPassword", "another-password", "newPassword", "daybook-demo"))
			.is(204);
	}

	/** Those that can be done only once have others in their place. */
	@Test
	void whatWasUsedUpIsReplaced() {
		List<String> first = onceOnly();
		List<String> second = onceOnly();

		assertThat(second).isNotEqualTo(first);
	}

	private static List<String> onceOnly() {
		List<Operation> operations = DEMO.operations();
		Visitor admin = DEMO.anyone().withToken(tried(named("logIn", operations), DEMO.anyone()).text("accessToken"));
		tried(named("bookAppointment", operations), admin).is(201);
		tried(named("openDepartment", operations), admin).is(201);
		tried(named("closeDepartment", operations), admin).is(204);
		tried(named("cancelAppointment", operations), admin).is(200);
		tried(named("refreshTokens", operations), DEMO.anyone()).is(200);
		return operations.stream().map(ExamplesTest::body).map(String::valueOf).toList();
	}

	private static Operation named(String id, List<Operation> operations) {
		return operations.stream()
			.filter((operation) -> operation.description().path("operationId").stringValue("").equals(id))
			.findFirst()
			.orElseThrow();
	}

	private static Answer tried(Operation operation, Visitor visitor) {
		String path = operation.path();
		List<String> query = new ArrayList<>();
		for (JsonNode parameter : operation.description().path("parameters")) {
			if (parameter.has("example")) {
				String name = parameter.get("name").stringValue();
				String value = parameter.get("example").asString();
				path = path.replace("{" + name + "}", value);
				if (parameter.get("in").stringValue().equals("query")) {
					query.add(name + "=" + value);
				}
			}
		}
		String whole = query.isEmpty() ? path : path + query.stream().collect(Collectors.joining("&", "?", ""));
		JsonNode body = body(operation);
		return visitor.send(operation.method(), whole, body.isMissingNode() ? null : body.toString());
	}

	private static JsonNode body(Operation operation) {
		return operation.description().at("/requestBody/content/application~1json/example");
	}

}
