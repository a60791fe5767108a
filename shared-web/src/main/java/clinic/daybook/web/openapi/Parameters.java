package clinic.daybook.web.openapi;

import java.math.BigDecimal;

import clinic.daybook.web.ConsistencyToken;
import clinic.daybook.web.IdempotencyKey;
import clinic.daybook.web.Limits;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** What requests may carry that no endpoint reads by itself. */
@Component
class Parameters implements GlobalOperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		Endpoint endpoint = Endpoint.of(handler);
		if (endpoint.takesLimits()) {
			operation.addParametersItem(query("limit", limit(), "How many items at most."));
			operation.addParametersItem(
					query("after", Scalars.typed("string"), "Where to go on: the `next` of the page before."));
		}
		if (endpoint.reads()) {
			operation.addParametersItem(header(ConsistencyToken.HEADER,
					"As a write answered it: the answer then shows that write, or is a 503."));
		}
		if (endpoint.creates()) {
			operation.addParametersItem(idempotencyKey());
		}
		return operation;
	}

	private static Parameter query(String name, Schema<?> schema, String description) {
		return new Parameter().in("query").name(name).description(description).schema(schema);
	}

	private static Parameter header(String name, String description) {
		return new Parameter().in("header").name(name).description(description).schema(Scalars.typed("string"));
	}

	private static Parameter idempotencyKey() {
		Parameter key = header(IdempotencyKey.HEADER, "Best a random UUID. Sent again with the same body within 24 "
				+ "hours, the first good answer is given again and nothing is created.");
		key.getSchema().minLength(1).maxLength(255).pattern("^[!-~]+$");
		return key;
	}

	private static Schema<?> limit() {
		Schema<?> limit = Scalars.typed("integer").format("int32");
		limit.setMinimum(BigDecimal.ONE);
		limit.setMaximum(BigDecimal.valueOf(Limits.MOST));
		limit.setDefault(Limits.DEFAULT);
		return limit;
	}

}
