package clinic.daybook.web.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.stereotype.Component;

/**
 * A client may leave out what may be null, but we never do: in what we answer all of it
 * is required.
 */
@Component
class ClosedSchemas implements GlobalOpenApiCustomizer {

	private final RecordSchemas records;

	ClosedSchemas(RecordSchemas records) {
		this.records = records;
	}

	@Override
	public void customise(OpenAPI api) {
		this.records.haveNotFailed();
		Set<String> asked = reachable(api,
				operations(api).map(Operation::getRequestBody).filter(Objects::nonNull).map(RequestBody::getContent));
		Set<String> answered = reachable(api,
				operations(api).flatMap((operation) -> operation.getResponses().values().stream())
					.map(ApiResponse::getContent));
		for (String name : answered) {
			requireAll(name, named(api, name), asked.contains(name));
		}
	}

	private static void requireAll(String name, Schema<?> schema, boolean isAsked) {
		if (schema.getProperties() == null) {
			return;
		}
		schema.getProperties().forEach((property, value) -> {
			if (Scalars.mayBeNull(value)) {
				if (isAsked) {
					throw new IllegalStateException(name + " is both asked for and answered, and " + property
							+ " may be left out in one of them only: it takes two types");
				}
				schema.addRequiredItem(property);
			}
		});
	}

	private static Schema<?> named(OpenAPI api, String name) {
		return Objects.requireNonNull(api.getComponents().getSchemas().get(name), name);
	}

	private static Stream<Operation> operations(OpenAPI api) {
		return api.getPaths().values().stream().map(PathItem::readOperations).flatMap(List::stream);
	}

	private static Set<String> reachable(OpenAPI api, Stream<Content> contents) {
		Set<String> names = new TreeSet<>();
		Deque<Schema<?>> open = new ArrayDeque<>();
		contents.filter(Objects::nonNull)
			.flatMap((content) -> content.values().stream())
			.map(MediaType::getSchema)
			.forEach(open::add);
		while (!open.isEmpty()) {
			Schema<?> schema = open.pop();
			if (schema.get$ref() != null) {
				String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
				if (names.add(name)) {
					open.add(named(api, name));
				}
			}
			if (schema.getProperties() != null) {
				schema.getProperties().values().forEach(open::add);
			}
			if (schema.getItems() != null) {
				open.add(schema.getItems());
			}
			if (schema.getAnyOf() != null) {
				schema.getAnyOf().forEach(open::add);
			}
			if (schema.getOneOf() != null) {
				schema.getOneOf().forEach(open::add);
			}
		}
		return names;
	}

}
