package clinic.daybook.web.openapi;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import clinic.daybook.web.ProblemCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Every way in which an endpoint can say no. */
@Component
class ProblemAnswers implements GlobalOperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		Endpoint endpoint = Endpoint.of(handler);
		Map<Integer, List<ProblemCode>> byStatus = codes(endpoint).stream()
			.collect(Collectors.groupingBy((code) -> code.status().value(), TreeMap::new, Collectors.toList()));
		byStatus.forEach((status, codes) -> operation.getResponses()
			.addApiResponse(Integer.toString(status), Headers.onProblem(status, answer(codes, endpoint))));
		return operation;
	}

	private static Set<ProblemCode> codes(Endpoint endpoint) {
		Set<ProblemCode> codes = EnumSet.of(ProblemCode.INVALID_REQUEST, ProblemCode.NOT_ACCEPTABLE,
				ProblemCode.UNAVAILABLE);
		codes.addAll(endpoint.refusals());
		if (endpoint.refusesBadTokens()) {
			codes.add(ProblemCode.UNAUTHENTICATED);
		}
		if (endpoint.refusesSomeCallers()) {
			codes.add(ProblemCode.FORBIDDEN);
		}
		if (endpoint.namesIds()) {
			codes.add(ProblemCode.NOT_FOUND);
		}
		if (endpoint.takesBody()) {
			codes.addAll(List.of(ProblemCode.PAYLOAD_TOO_LARGE, ProblemCode.UNSUPPORTED_MEDIA_TYPE));
		}
		if (endpoint.takesIfMatch()) {
			codes.add(ProblemCode.PRECONDITION_FAILED);
		}
		if (endpoint.writesToBook()) {
			codes.add(ProblemCode.CONFLICT);
		}
		if (endpoint.creates()) {
			codes.add(ProblemCode.IDEMPOTENCY_KEY_REUSED);
		}
		return codes;
	}

	private static ApiResponse answer(List<ProblemCode> codes, Endpoint endpoint) {
		List<ProblemExample> examples = codes.stream()
			.map((code) -> new ProblemExample(code, ProblemDocument.of(code, endpoint)))
			.toList();
		MediaType document = new MediaType().schema(oneOf(examples.stream()
			.map((example) -> example.form().getSimpleName())
			.collect(Collectors.toCollection(TreeSet::new))));
		examples.forEach((example) -> document.addExamples(example.code().slug(),
				new Example().$ref("#/components/examples/" + example.name())));
		return new ApiResponse().description(description(codes))
			.content(new Content().addMediaType("application/problem+json", document));
	}

	private static String description(List<ProblemCode> codes) {
		return (codes.size() == 1) ? line(codes.getFirst())
				: codes.stream().map((code) -> "- " + line(code)).collect(Collectors.joining("\n"));
	}

	private static String line(ProblemCode code) {
		return "`" + code.slug() + "`: " + code.explanation();
	}

	private static Schema<?> oneOf(Collection<String> forms) {
		List<Schema<?>> references = forms.stream().<Schema<?>>map(RecordSchemas::reference).toList();
		if (references.size() == 1) {
			return references.getFirst();
		}
		Schema<?> any = new JsonSchema();
		references.forEach(any::addOneOfItem);
		return any;
	}

}
