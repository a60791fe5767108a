package clinic.daybook.web.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** What answers refer to: the forms of problems, one document for each code, headers. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemComponents implements GlobalOpenApiCustomizer {

	private final RecordSchemas records;

	ProblemComponents(RecordSchemas records) {
		this.records = records;
	}

	// Not sooner: springdoc drops what nothing has referred to yet.
	@Override
	public void customise(OpenAPI api) {
		if (api.getComponents().getSchemas() == null) {
			// A group with nothing in it; those who come after this look through them.
			api.getComponents().setSchemas(new LinkedHashMap<>());
		}
		ModelConverterContextImpl forms = new ModelConverterContextImpl(this.records);
		answers(api).forEach((answer) -> {
			names(answer).forEach((name) -> {
				ProblemExample example = ProblemExample.named(name);
				forms.resolve(new AnnotatedType(example.form()));
				api.getComponents().addExamples(name, example.document());
			});
			if (answer.getHeaders() != null) {
				answer.getHeaders()
					.keySet()
					.forEach((name) -> api.getComponents().addHeaders(name, Headers.named(name)));
			}
		});
		forms.getDefinedModels().forEach(api.getComponents()::addSchemas);
	}

	private static Stream<ApiResponse> answers(OpenAPI api) {
		return api.getPaths()
			.values()
			.stream()
			.flatMap((path) -> path.readOperations().stream())
			.flatMap((operation) -> operation.getResponses().values().stream());
	}

	private static List<String> names(ApiResponse answer) {
		return Optional.ofNullable(answer.getContent())
			.map((content) -> content.get(MediaType.APPLICATION_PROBLEM_JSON_VALUE))
			.stream()
			.flatMap((document) -> document.getExamples().values().stream())
			.map((example) -> example.get$ref().substring(example.get$ref().lastIndexOf('/') + 1))
			.toList();
	}

}
