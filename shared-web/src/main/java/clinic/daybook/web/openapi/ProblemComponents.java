package clinic.daybook.web.openapi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.daybook.web.ProblemCode;
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
		ModelConverterContextImpl forms = new ModelConverterContextImpl(this.records);
		answers(api).forEach((answer) -> {
			for (ProblemCode code : codes(answer)) {
				forms.resolve(new AnnotatedType(ProblemDocument.of(code)));
				api.getComponents().addExamples(code.slug(), ProblemExamples.of(code));
			}
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

	private static List<ProblemCode> codes(ApiResponse answer) {
		return Optional.ofNullable(answer.getContent())
			.map((content) -> content.get(MediaType.APPLICATION_PROBLEM_JSON_VALUE))
			.stream()
			.flatMap((document) -> document.getExamples().keySet().stream())
			.flatMap((slug) -> ProblemCode.of(slug).stream())
			.toList();
	}

}
