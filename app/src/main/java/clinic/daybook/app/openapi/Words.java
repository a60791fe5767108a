package clinic.daybook.app.openapi;

import java.util.Optional;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Says what parameters and fields mean. A word means the same everywhere, unless
 * words.json has a meaning of its own for it in one operation or schema.
 */
@Component
class Words implements GlobalOpenApiCustomizer {

	private final JsonNode words = JsonResource.read("words.json");

	@Override
	public void customise(OpenAPI api) {
		api.getPaths()
			.values()
			.stream()
			.map(PathItem::readOperations)
			.forEach((operations) -> operations.forEach(this::explain));
		api.getComponents().getSchemas().forEach((name, schema) -> explain(name, schema));
	}

	private void explain(Operation operation) {
		if (operation.getParameters() != null) {
			operation.getParameters()
				.stream()
				.filter((parameter) -> parameter.getDescription() == null)
				.forEach((parameter) -> meaning(operation.getOperationId(), parameter.getName())
					.ifPresent(parameter::setDescription));
		}
	}

	private void explain(String name, Schema<?> schema) {
		if (schema.getProperties() != null) {
			schema.getProperties()
				.forEach((property, value) -> meaning(name, property).ifPresent(value::setDescription));
		}
	}

	private Optional<String> meaning(String place, String word) {
		return this.words.path(place + "." + word).stringValueOpt().or(() -> this.words.path(word).stringValueOpt());
	}

}
