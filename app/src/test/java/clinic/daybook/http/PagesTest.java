package clinic.daybook.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PagesTest {

	private static final Pattern LINK = Pattern.compile("(?:href|src)=[\"']([^\"']+)[\"']");

	private final Clinic clinic = Daybook.shared().clinic();

	@Test
	void theFrontPageSaysWhatThisIsAndEveryLinkLeadsSomewhere() {
		Answer page = this.clinic.anyone().with("Accept", "text/html").get("/").is(200);

		assertThat(page.contentType()).startsWith("text/html");
		assertThat(page.body()).contains("Daybook").contains("/docs").contains("/v3/api-docs");
		Matcher link = LINK.matcher(page.body());
		while (link.find()) {
			assertThat(link.group(1)).as("no outside link").startsWith("/");
			assertThat(this.clinic.anyone().get(link.group(1)).status()).as(link.group(1)).isIn(200, 302);
		}
	}

	@Test
	void swaggerNeedsNobodyElse() {
		Answer page = followed("/docs");

		assertThat(page.contentType()).startsWith("text/html");
		assertThat(page.body()).containsIgnoringCase("swagger");
		Matcher link = LINK.matcher(page.body());
		while (link.find()) {
			assertThat(link.group(1)).doesNotStartWith("http").doesNotStartWith("//");
		}
	}

	@ParameterizedTest
	@CsvSource({ "post,/auth/register", "post,/auth/login", "post,/auth/refresh", "post,/auth/logout",
			"post,/auth/password", "get,/auth/me", "get,/admin/users", "get,/admin/users/{id}", "put,/admin/users/{id}",
			"post,/admin/users/{id}/password", "post,/admin/doctors", "put,/admin/doctors/{id}",
			"post,/admin/departments", "put,/admin/departments/{id}", "delete,/admin/departments/{id}",
			"get,/api/departments", "get,/api/departments/{id}", "post,/admin/assign-doctor",
			"delete,/admin/assign-doctor", "get,/api/doctors", "get,/api/doctors/{id}", "post,/api/availability",
			"get,/api/availability/{doctorId}", "post,/api/appointments", "get,/api/appointments",
			"get,/api/appointments/{id}", "post,/api/appointments/{id}/cancel" })
	void everyOperationIsDescribed(String method, String path) {
		JsonNode paths = this.clinic.anyone().get("/v3/api-docs").is(200).node("paths");
		Pattern anyName = Pattern.compile(path.replaceAll("\\{\\w+}", "\\\\{\\\\w+\\\\}"));

		List<String> matching = paths.propertyNames()
			.stream()
			.filter((name) -> anyName.matcher(name).matches())
			.filter((name) -> paths.get(name).has(method))
			.toList();

		assertThat(matching).as(() -> path + " in " + paths.propertyNames()).hasSize(1);
		assertThat(paths.get(matching.get(0)).get(method).path("summary").stringValue("")).isNotBlank();
	}

	@Test
	void theDescriptionAsksForABearerToken() {
		JsonNode schemes = this.clinic.anyone().get("/v3/api-docs").node("components", "securitySchemes");

		assertThat(schemes.values()).anySatisfy((scheme) -> {
			assertThat(scheme.get("type").stringValue()).isEqualTo("http");
			assertThat(scheme.get("scheme").stringValue()).isEqualTo("bearer");
		});
	}

	@Test
	void theDescriptionHidesWhatTheServerKnowsAnyway() {
		assertThat(this.clinic.anyone().get("/v3/api-docs").body()).doesNotContain("\"caller\"")
			.doesNotContain("clinic.daybook");
	}

	@ParameterizedTest
	@ValueSource(strings = { "liveness", "readiness" })
	void healthIsPublic(String probe) {
		assertThat(this.clinic.anyone().get("/actuator/health/" + probe).is(200).text("status")).isEqualTo("UP");
	}

	@Test
	void healthOfNothingIsNotFound() {
		this.clinic.anyone().get("/actuator/health/nothing").problem(404, "not-found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid-request", "unauthenticated", "forbidden", "not-found", "method-not-allowed",
			"precondition-failed", "rate-limited", "unavailable", "email-taken", "bad-credentials", "slot-taken",
			"not-on-grid", "outside-working-hours", "member-busy", "too-soon", "wrong-state", "appointments-affected",
			"department-exists", "department-not-empty" })
	void everyProblemHasAPage(String code) {
		Answer page = this.clinic.anyone().with("Accept", "text/html").get("/problems/" + code).is(200);

		assertThat(page.contentType()).startsWith("text/html");
		assertThat(page.body()).contains(code);
	}

	private Answer followed(String path) {
		Answer answer = this.clinic.anyone().with("Accept", "text/html").get(path);
		for (int i = 0; i < 3 && answer.status() / 100 == 3; i++) {
			String location = answer.header("Location");
			answer = this.clinic.anyone().with("Accept", "text/html").get(location.replaceFirst("^https?://[^/]+", ""));
		}
		return answer.is(200);
	}

}
