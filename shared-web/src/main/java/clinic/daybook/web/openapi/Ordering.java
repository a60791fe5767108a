package clinic.daybook.web.openapi;

import java.util.TreeMap;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.stereotype.Component;

/** The same document at every start: by path, and not as classes happen to be found. */
@Component
class Ordering implements GlobalOpenApiCustomizer {

	@Override
	public void customise(OpenAPI api) {
		Paths sorted = new Paths();
		new TreeMap<>(api.getPaths()).forEach(sorted::addPathItem);
		api.setPaths(sorted);
		api.getServers().forEach((server) -> server.setDescription("This server"));
	}

}
