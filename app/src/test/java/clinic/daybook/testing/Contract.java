package clinic.daybook.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a server says of itself in its OpenAPI document, held against every answer it
 * gives: nothing may come that is not in there, and all must come that is promised.
 */
final class Contract {

	/** Headers that clients rely on, and so would find out about. */
	private static final List<String> PROMISED = List.of("Location", "ETag", "Retry-After", "WWW-Authenticate",
			"Consistency-Token");

	/** What is for people and machines, but no operation. */
	private static final Pattern PAGES = Pattern
		.compile("/|/docs|/swagger-ui/.*|/v3/api-docs.*|/problems/.*|/\\.well-known/.*|/actuator/.*");

	private final JsonNode document;

	private final List<Operation> operations;

	private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
			Dialect.builder(Dialects.getOpenApi31()).keyword(new AnnotationKeyword("components")).build());

	private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

	Contract(JsonNode document) {
		this.document = document;
		this.operations = Operation.allOf(document);
	}

	/** Fails with all that is wrong. */
	void judge(Exchange exchange) {
		assertThat(differences(exchange)).as(() -> "not as the OpenAPI document has it: " + exchange).isEmpty();
	}

	private List<String> differences(Exchange exchange) {
		List<String> found = new ArrayList<>();
		List<Operation> here = this.operations.stream().filter((each) -> each.isAt(exchange.path())).toList();
		Optional<Operation> operation = here.stream()
			.filter((each) -> each.method().equals(exchange.asksForHeadersOnly() ? "GET" : exchange.method()))
			.min(Comparator.comparingInt((each) -> each.ids().size()));
		if (operation.isPresent()) {
			JsonNode answer = operation.get().description().path("responses").path(Integer.toString(exchange.status()));
			if (answer.isMissingNode()) {
				return List.of("the status is not there");
			}
			checkHeaders(answer, exchange, found);
			if (!exchange.asksForHeadersOnly()) {
				checkBody(answer, exchange, found);
			}
		}
		else if (exchange.status() >= 400) {
			checkProblem(exchange, found);
		}
		else if (here.isEmpty() ? !PAGES.matcher(exchange.path()).matches() : !exchange.method().equals("OPTIONS")) {
			found.add("there is no such operation");
		}
		return found;
	}

	private void checkHeaders(JsonNode answer, Exchange exchange, List<String> found) {
		JsonNode promised = answer.path("headers");
		for (String name : PROMISED) {
			boolean given = exchange.headers().firstValue(name).isPresent();
			if (given && !promised.has(name)) {
				found.add("the header " + name + " is not there");
			}
			if (!given && resolved(promised.path(name)).path("required").booleanValue(false)) {
				found.add("the header " + name + " is missing");
			}
		}
	}

	private void checkBody(JsonNode answer, Exchange exchange, List<String> found) {
		if (!answer.has("content")) {
			if (!exchange.body().isEmpty()) {
				found.add("there is to be no body");
			}
			return;
		}
		JsonNode content = answer.get("content").path(exchange.mediaType());
		if (content.isMissingNode()) {
			found.add("the media type " + exchange.mediaType() + " is not there");
			return;
		}
		checkSchema(content.get("schema"), exchange.body(), found);
		if (exchange.status() >= 400 && found.isEmpty()) {
			String code = Json.read(exchange.body()).path("code").stringValue("");
			if (!content.path("examples").has(code)) {
				found.add("the code " + code + " is not there");
			}
		}
	}

	/** What no operation answers has at least the form of all problems. */
	private void checkProblem(Exchange exchange, List<String> found) {
		if (!exchange.asksForHeadersOnly() && !exchange.path().startsWith("/actuator/")) {
			checkSchema(this.document.at("/components/schemas/Problem"), exchange.body(), found);
		}
	}

	private void checkSchema(JsonNode schema, String body, List<String> found) {
		try {
			JsonNode json = Json.read(body);
			this.schemas.computeIfAbsent(schema, this::compiled)
				.validate(json, (context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)))
				.stream()
				.map(Error::toString)
				.forEach(found::add);
		}
		catch (JacksonException ex) {
			found.add("the body is not JSON");
		}
	}

	// References lead to the document's components, so they go along.
	private Schema compiled(JsonNode schema) {
		ObjectNode whole = ((ObjectNode) schema).deepCopy();
		whole.set("components", this.document.get("components"));
		return this.registry.getSchema(whole);
	}

	private JsonNode resolved(JsonNode node) {
		String reference = node.path("$ref").stringValue("");
		return reference.isEmpty() ? node : this.document.at(reference.substring(1));
	}

}
