package clinic.daybook.web.openapi;

import clinic.daybook.web.ConsistencyToken;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;

import org.springframework.http.HttpHeaders;

/** The headers that clients can rely on. */
final class Headers {

	private Headers() {
	}

	static Header named(String name) {
		return switch (name) {
			case HttpHeaders.LOCATION ->
				always("Where it is to be found.", Scalars.typed("string").format("uri-reference"));
			case HttpHeaders.ETAG ->
				always("The version answered, for If-Match and If-None-Match.", Scalars.typed("string"));
			case HttpHeaders.RETRY_AFTER -> always("How many seconds to wait.", Scalars.typed("integer"));
			case HttpHeaders.WWW_AUTHENTICATE -> always("That a token is asked for: Bearer.", Scalars.typed("string"));
			case ConsistencyToken.HEADER ->
				new Header().description("There if something was written: any server shows it to a GET that has it.")
					.schema(Scalars.typed("string"));
			default -> throw new IllegalArgumentException(name);
		};
	}

	static ApiResponse on(ApiResponse answer, String name) {
		return answer.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
	}

	static ApiResponse onProblem(int status, ApiResponse answer) {
		return switch (status) {
			case 401 -> on(answer, HttpHeaders.WWW_AUTHENTICATE);
			case 429, 503 -> on(answer, HttpHeaders.RETRY_AFTER);
			default -> answer;
		};
	}

	private static Header always(String description, Schema<?> schema) {
		return new Header().description(description).required(true).schema(schema);
	}

}
