package clinic.daybook.app.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives every operation the example of it that examples.json has, to be looked at and to
 * be sent. Where that says {@code "{doctorId}"}, the value of that name stands in.
 */
@Component
class Examples implements GlobalOpenApiCustomizer {

	private final ExampleFile file = new JsonMapper().treeToValue(JsonResource.read("examples.json"),
			ExampleFile.class);

	private final ObjectProvider<ExampleValues> live;

	Examples(ObjectProvider<ExampleValues> live) {
		this.live = live;
	}

	@Override
	public void customise(OpenAPI api) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>(this.file.values());
		this.live.forEach((source) -> values.putAll(source.now()));
		api.getPaths()
			.values()
			.stream()
			.map(PathItem::readOperations)
			.forEach((operations) -> operations.forEach((operation) -> fill(operation, values)));
		api.getComponents().getSchemas().forEach((name, schema) -> fill(name, schema, values));
	}

	private void fill(Operation operation, Map<String, @Nullable Object> values) {
		ExampleFile.@Nullable Request example = this.file.operations().get(operation.getOperationId());
		if (example == null) {
			return;
		}
		if (operation.getParameters() != null) {
			operation.getParameters()
				.stream()
				.filter((parameter) -> example.parameter(parameter.getName()) != null)
				.forEach((parameter) -> parameter.setExample(filled(example.parameter(parameter.getName()), values)));
		}
		if (operation.getRequestBody() != null && example.body() != null) {
			operation.getRequestBody()
				.getContent()
				.values()
				.forEach((content) -> content.setExample(filled(example.body(), values)));
		}
	}

	// Answers are shown as their fields look.
	private static void fill(String name, Schema<?> schema, Map<String, @Nullable Object> values) {
		if (schema.getProperties() != null) {
			schema.getProperties().forEach((property, value) -> {
				String place = name + "." + property;
				if (values.containsKey(place) || values.containsKey(property)) {
					value.setExample(values.containsKey(place) ? values.get(place) : values.get(property));
				}
			});
		}
	}

	private static @Nullable Object filled(@Nullable Object example, Map<String, @Nullable Object> values) {
		return switch (example) {
			case String text when text.startsWith("{") -> values.get(text.substring(1, text.length() - 1));
			case Map<?, ?> object -> {
				Map<Object, @Nullable Object> filled = new LinkedHashMap<>();
				object.forEach((name, value) -> filled.put(name, filled(value, values)));
				yield filled;
			}
			case List<?> list -> {
				List<@Nullable Object> filled = new ArrayList<>();
				list.forEach((item) -> filled.add(filled(item, values)));
				yield filled;
			}
			case null, default -> example;
		};
	}

}
