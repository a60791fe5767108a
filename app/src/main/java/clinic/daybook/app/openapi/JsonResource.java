package clinic.daybook.app.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts that are kept beside the classes that use them. */
final class JsonResource {

	private JsonResource() {
	}

	static JsonNode read(String name) {
		try (InputStream file = Objects.requireNonNull(JsonResource.class.getResourceAsStream(name), name)) {
			return new JsonMapper().readTree(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
