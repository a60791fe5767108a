package clinic.daybook.web.openapi;

import java.util.List;

import clinic.daybook.web.ConsistencyToken;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * The headers of what is answered when all is well, and whether one must log in for it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class GoodAnswers implements GlobalOperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		Endpoint endpoint = Endpoint.of(handler);
		if (endpoint.isPublic()) {
			operation.setSecurity(List.of());
		}
		operation.getResponses().forEach((status, answer) -> complete(status, answer, endpoint));
		if (endpoint.takesIfNoneMatch()) {
			operation.getResponses()
				.addApiResponse("304",
						Headers.on(new ApiResponse().description("It is what If-None-Match says."), HttpHeaders.ETAG));
		}
		return operation;
	}

	private static void complete(String status, ApiResponse answer, Endpoint endpoint) {
		if (status.equals("201") || status.equals("202")) {
			Headers.on(answer, HttpHeaders.LOCATION);
		}
		if (status.equals("202")) {
			Headers.on(answer, HttpHeaders.RETRY_AFTER);
		}
		if (endpoint.answersWithTag()) {
			Headers.on(answer, HttpHeaders.ETAG);
		}
		if (endpoint.writesToBook()) {
			Headers.on(answer, ConsistencyToken.HEADER);
		}
	}

}
