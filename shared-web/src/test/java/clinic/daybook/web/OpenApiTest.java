package clinic.daybook.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static clinic.daybook.web.TestServer.get;
import static org.assertj.core.api.Assertions.assertThat;

/** The documentation that documents itself. */
class OpenApiTest {

	@Test
	void theDocumentKnowsTokensErrorsAndPaging() {
		JsonNode api = get("/v3/api-docs").ok();
		assertThat(api.at("/info/title").asString()).isEqualTo("Daybook");
		assertThat(api.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
		JsonNode list = api.at("/paths/~1api~1doctors/get");
		assertThat(list.path("parameters").valueStream().map((parameter) -> parameter.path("name").asString()).toList())
			.contains("limit", "after", "departmentId", "from", "at")
			.doesNotContain("limits", "caller");
		assertThat(list.path("security").isEmpty()).isTrue();
		assertThat(list.at("/responses/400/content/application~1problem+json/schema/$ref").asString())
			.isEqualTo("#/components/schemas/Problem");
		JsonNode creation = api.at("/paths/~1api~1things~1new/post");
		assertThat(creation.path("parameters").valueStream().map((parameter) -> parameter.path("name").asString()))
			.containsExactly("Idempotency-Key");
		assertThat(creation.path("responses").propertyNames()).contains("422");
		assertThat(api.at("/paths/~1api~1things/post").has("parameters")).isFalse();
		JsonNode admin = api.at("/paths/~1admin~1things/post");
		assertThat(admin.has("security")).isFalse();
		assertThat(admin.path("responses").propertyNames()).contains("200", "400", "401", "403")
			.doesNotContain("default");
		assertThat(api.at("/components/schemas").propertyNames()).contains("Problem")
			.doesNotContain("Caller", "Limits", "NewId");
	}

	@Test
	void thePageIsOursAndFetchesNothingFromElsewhere() {
		var docs = get("/docs");
		assertThat(docs.status()).isEqualTo(302);
		String page = get(docs.header("Location")).response().body();
		assertThat(page).contains("swagger-ui");
		for (String asset : List.of("index.css", "swagger-ui-bundle.js", "swagger-initializer.js")) {
			assertThat(page).contains(asset);
			assertThat(get("/swagger-ui/" + asset).status()).isEqualTo(200);
		}
		assertThat(page).doesNotContain("http://", "https://");
		assertThat(get("/v3/api-docs/swagger-config").ok().path("validatorUrl").asString()).isIn("", "none");
	}

}
