package clinic.daybook.web.openapi;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.tags.Tag;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.stereotype.Component;

/**
 * The same document at every start: by path, and not as classes happen to be found; and
 * no headings with nothing under them.
 */
@Component
class Ordering implements GlobalOpenApiCustomizer {

	/** Or else Swagger UI would take an empty group for a mistake. */
	private static final Tag NOTHING_YET = new Tag().name("Nothing yet")
		.description("This group has no operations so far.");

	@Override
	public void customise(OpenAPI api) {
		Paths sorted = new Paths();
		new TreeMap<>(api.getPaths()).forEach(sorted::addPathItem);
		api.setPaths(sorted);
		Set<String> used = sorted.values()
			.stream()
			.flatMap((path) -> path.readOperations().stream())
			.flatMap((operation) -> operation.getTags().stream())
			.collect(Collectors.toSet());
		api.setTags(used.isEmpty() ? List.of(NOTHING_YET)
				: api.getTags().stream().filter((tag) -> used.contains(tag.getName())).toList());
		api.getServers().forEach((server) -> server.setDescription("This server"));
	}

}
