package clinic.daybook.web;

import java.math.BigDecimal;
import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;

/** Tells springdoc what no controller says: tokens, errors, paging, idempotency. */
@Configuration(proxyBeanMethods = false)
class OpenApiSettings {

	private static final String BEARER = "bearer";

	private static final String PROBLEM = "Problem";

	private static final String PROBLEM_JSON = "application/problem+json";

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Limits.class, Caller.class, NewId.class);
	}

	@Bean
	OpenAPI openApi() {
		return new OpenAPI()
			.info(new Info().title("Daybook")
				.version("0.1.0")
				.description("An event-sourced booking backend for medical clinics. Log in at /auth/login "
						+ "and give the access token to Authorize."))
			.components(new Components().addSecuritySchemes(BEARER,
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BEARER).bearerFormat("JWT")))
			.addSecurityItem(new SecurityRequirement().addList(BEARER));
	}

	@Bean
	OperationCustomizer paging() {
		return (operation, handler) -> {
			if (takesLimits(handler)) {
				operation.addParametersItem(new Parameter().in("query")
					.name("limit")
					.description("How many items at most.")
					.schema(limit()));
				operation.addParametersItem(new Parameter().in("query")
					.name("after")
					.description("The \"next\" of the page before.")
					.schema(new StringSchema()));
			}
			return operation;
		};
	}

	@Bean
	OperationCustomizer idempotency() {
		return (operation, handler) -> {
			if (NewIdResolver.isFor(handler)) {
				operation.addParametersItem(new Parameter().in("header")
					.name(IdempotencyKey.HEADER)
					.description("Best a random UUID. Sent again with the same body within 24 hours, the first "
							+ "good answer is given again and nothing is created.")
					.schema(new StringSchema().minLength(1).maxLength(255).pattern("^[!-~]+$")));
				operation.getResponses().putIfAbsent("422", error("Refused, or the key came with another body"));
			}
			return operation;
		};
	}

	@Bean
	OpenApiCustomizer errors() {
		return (api) -> {
			// Not sooner: springdoc drops schemas that nothing has referred to yet.
			api.getComponents().addSchemas(PROBLEM, problem());
			api.getPaths().forEach(OpenApiSettings::completeItem);
		};
	}

	private static void completeItem(String path, PathItem item) {
		item.readOperationsMap().forEach((method, operation) -> {
			boolean open = PublicAddresses.include(method.name(), PathContainer.parsePath(path));
			if (open) {
				operation.setSecurity(List.of());
			}
			addErrors(path, method, operation, open);
		});
	}

	private static boolean takesLimits(HandlerMethod handler) {
		return List.of(handler.getMethodParameters())
			.stream()
			.anyMatch((parameter) -> parameter.getParameterType() == Limits.class);
	}

	private static void addErrors(String path, PathItem.HttpMethod method, Operation operation, boolean open) {
		ApiResponses responses = operation.getResponses();
		responses.putIfAbsent("400", error("Invalid request"));
		if (!open) {
			responses.putIfAbsent("401", error("Not logged in"));
			responses.putIfAbsent("403", error("Not allowed"));
		}
		if (path.contains("{")) {
			responses.putIfAbsent("404", error("Not found"));
		}
		if (method != PathItem.HttpMethod.GET) {
			responses.putIfAbsent("409", error("Refused"));
		}
		responses.putIfAbsent("default", error("Any other problem"));
	}

	private static ApiResponse error(String description) {
		return new ApiResponse().description(description)
			.content(new Content().addMediaType(PROBLEM_JSON,
					new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
	}

	private static Schema<?> limit() {
		IntegerSchema limit = new IntegerSchema();
		limit.setMinimum(BigDecimal.ONE);
		limit.setMaximum(BigDecimal.valueOf(Limits.MOST));
		limit.setDefault(Limits.DEFAULT);
		return limit;
	}

	private static Schema<?> problem() {
		Schema<?> problem = new ObjectSchema();
		problem.setDescription("RFC 9457; further members depend on the code.");
		problem.addProperty("type", new StringSchema().format("uri-reference"));
		problem.addProperty("title", new StringSchema());
		problem.addProperty("status", new IntegerSchema());
		problem.addProperty("detail", new StringSchema());
		problem.addProperty("instance", new StringSchema().format("uri-reference"));
		problem.addProperty("code", new StringSchema().description("Stable; one of those explained under /problems/."));
		problem.addProperty("traceId", new StringSchema());
		problem.addProperty("errors", new ArraySchema().items(fieldError()));
		problem.setRequired(List.of("type", "title", "status", "detail", "instance", "code", "traceId"));
		problem.setAdditionalProperties(true);
		return problem;
	}

	private static Schema<?> fieldError() {
		Schema<?> error = new ObjectSchema();
		error.addProperty("field", new StringSchema());
		error.addProperty("message", new StringSchema());
		error.setRequired(List.of("field", "message"));
		return error;
	}

}
