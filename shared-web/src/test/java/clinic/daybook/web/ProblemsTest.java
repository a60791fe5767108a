package clinic.daybook.web;

import java.io.IOException;

import clinic.daybook.api.users.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static clinic.daybook.web.TestServer.call;
import static clinic.daybook.web.TestServer.get;
import static clinic.daybook.web.TestServer.getAs;
import static clinic.daybook.web.TestServer.isProblem;
import static clinic.daybook.web.TestServer.postAs;
import static clinic.daybook.web.TestServer.raw;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever goes wrong, wherever: a problem document. */
class ProblemsTest {

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "PUT", "DELETE", "PATCH" })
	void unknownAddressesAreNotFoundForEverybody(String method) {
		call(method, "/nowhere/at/all?with=query", null).problem(ProblemCode.NOT_FOUND);
		call(method, "/api/nowhere", null).problem(ProblemCode.NOT_FOUND);
	}

	@Test
	void instanceIsThePathWithoutTheQuery() {
		assertThat(get("/api/nowhere/x%20y?secret=1").problem(ProblemCode.NOT_FOUND).path("instance").asString())
			.isEqualTo("/api/nowhere/x%20y");
	}

	@Test
	void wrongMethodNamesTheRightOnes() {
		var answer = call("DELETE", "/api/doctors", null);
		answer.problem(ProblemCode.METHOD_NOT_ALLOWED);
		assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
	}

	@Test
	void wrongFormatsAreRefused() {
		call("POST", "/api/things", "<a/>", "Content-Type", "application/xml", "Authorization",
				"Bearer " + TestServer.tokenFor(Role.MEMBER))
			.problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
		get("/api/doctors", "Accept", "application/xml").problem(ProblemCode.NOT_ACCEPTABLE);
		get("/api/doctors", "Accept", "text/html, */*;q=0.1").ok();
		get("/api/doctors", "Accept", "nonsense").problem(ProblemCode.INVALID_REQUEST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "application/*", "application/*+json", "*", "*/*;charset=utf-8", "nonsense" })
	void aBodyIsOfOneTypeAndNoOther(String type) {
		String token = "Bearer " + TestServer.tokenFor(Role.MEMBER);
		for (String body : new String[] { "{\"flag\":true}", "" }) {
			call("POST", "/api/things", body, "Content-Type", type, "Authorization", token)
				.problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
			call("POST", "/api/things/optional", body, "Content-Type", type, "Authorization", token)
				.problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
		}
		call("POST", "/api/things", "{}", "Content-Type", type).problem(ProblemCode.UNAUTHENTICATED);
		get("/api/doctors", "Content-Type", type).ok();
	}

	@Test
	void aBodyThatMayBeLeftOutNeedsNoType() {
		String token = "Bearer " + TestServer.tokenFor(Role.MEMBER);
		assertThat(call("POST", "/api/things/optional", null, "Authorization", token).ok().path("given").asBoolean())
			.isFalse();
		assertThat(call("POST", "/api/things/optional", null, "Content-Type", "", "Authorization", token).ok()
			.path("given")
			.asBoolean()).isFalse();
		assertThat(call("POST", "/api/things/optional", "{\"flag\":true}", "Content-Type",
				"application/json;charset=UTF-8", "Authorization", token)
			.ok()
			.path("given")
			.asBoolean()).isTrue();
	}

	@Test
	void whatCannotBeAnsweredIsNotDone() {
		int before = TestEdges.EFFECTS.get();
		call("POST", "/api/things", "{\"flag\":true}", "Content-Type", "application/json", "Accept", "text/csv",
				"Authorization", "Bearer " + TestServer.tokenFor(Role.MEMBER))
			.problem(ProblemCode.NOT_ACCEPTABLE);
		assertThat(TestEdges.EFFECTS).hasValue(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "text/html", "application/xml", "nonsense" })
	void defectsSayNothingOfTheInside(String accept) {
		JsonNode problem = get("/api/things/defect", "Accept", accept, "Authorization",
				"Bearer " + TestServer.tokenFor(Role.MEMBER))
			.json();
		assertThat(problem.toString()).doesNotContain("select", "Exception");
		getAs(Role.MEMBER, "/api/things/defect").problem(ProblemCode.INTERNAL_ERROR);
		getAs(Role.MEMBER, "/api/things/checked").problem(ProblemCode.INTERNAL_ERROR);
	}

	@Test
	void refusalsCarryTheirExtensionsButCannotOverwrite() {
		JsonNode problem = getAs(Role.MEMBER, "/api/things/other").problem(ProblemCode.HOLD_EXPIRED);
		assertThat(problem.path("more").asInt()).isEqualTo(2);
		assertThat(problem.has("errors")).isFalse();
	}

	@Test
	void modulesSayWhatTheirExceptionsMean() {
		getAs(Role.MEMBER, "/api/things/refused").problem(ProblemCode.SLOT_TAKEN);
		assertThat(getAs(Role.MEMBER, "/api/things/wrapped").problem(ProblemCode.SLOT_TAKEN).has("nextFreeSlots"))
			.isTrue();
	}

	@Test
	void bareStatusesBecomeProblems() {
		JsonNode problem = getAs(Role.MEMBER, "/api/things/status").problem(ProblemCode.UNAVAILABLE);
		assertThat(problem.path("instance").asString()).isEqualTo("/api/things/status");
	}

	@Test
	void anErrorWithoutABodyIsGivenOne() {
		assertThat(get("/problems/of/404").problem(ProblemCode.NOT_FOUND).path("instance").asString())
			.isEqualTo("/problems/of/404");
		call("HEAD", "/problems/of/404", null).isHeadOf(ProblemCode.NOT_FOUND);
		get("/problems/of/503").problem(ProblemCode.UNAVAILABLE);
		assertThat(get("/problems/of/204").status()).isEqualTo(204);
	}

	@Test
	void theErrorAddressItselfIsNotThere() {
		get("/error").problem(ProblemCode.NOT_FOUND);
		get("/error", "Accept", "text/html").problem(ProblemCode.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/api/%2e%2e/x", "/api//doctors", "/api/doctors;a=b", "/api/%00", "/api/a%2Fb", "/api/%zz" })
	void addressesTheFirewallRefusesAreProblems(String path) throws IOException {
		isRawProblem(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /a|b HTTP/1.1\r\nHost: localhost\r\n", "GET /a HTTP/1.1\r\nHost: a b@c\r\n",
			"GET /a HTTP/1.1\r\n", "GET /a HTTP/9.9\r\nHost: localhost\r\n", "G@T /a HTTP/1.1\r\nHost: localhost\r\n",
			"FOO /a HTTP/1.1\r\nHost: localhost\r\n", "TRACE / HTTP/1.1\r\nHost: localhost\r\n",
			"GET /a HTTP/1.1\r\nHost: localhost\r\nBad Header\r\n",
			"POST /a HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense\r\n",
			"POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n" })
	void whatTomcatRefusesIsAProblem(String request) throws IOException {
		isRawProblem(raw(request + "Connection: close\r\n\r\n"));
	}

	@Test
	void tooMuchOfAHeaderIsAProblem() throws IOException {
		isRawProblem(raw("GET /a HTTP/1.1\r\nHost: localhost\r\nX-A: " + "a".repeat(20_000) + "\r\n\r\n"));
	}

	@Test
	void queriesThatDecodeToNothingAreProblems() throws IOException {
		isRawProblem(raw("GET /api/doctors?limit=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
		isRawProblem(raw("GET /api/doctors?q=%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
	}

	@ParameterizedTest
	@EnumSource
	void everyCodeHasAPage(ProblemCode code) {
		var page = get("/problems/" + code.slug(), "Accept", "text/html");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).startsWith("text/html");
		assertThat(page.response().body()).contains(code.title(), code.slug()).contains(code.explanation());
		assertThat(get("/problems/" + code.slug(), "Accept", "application/json").ok().path("code").asString())
			.isEqualTo(code.slug());
	}

	@Test
	void unknownCodesHaveNone() {
		get("/problems/whatever").problem(ProblemCode.NOT_FOUND);
		get("/problems/whatever", "Accept", "text/html").problem(ProblemCode.NOT_FOUND);
	}

	@Test
	void aBodyTooLargeIsSaidToBe() {
		postAs(Role.MEMBER, "/api/things", "{\"name\":\"" + "a".repeat(400_000) + "\"}")
			.problem(ProblemCode.PAYLOAD_TOO_LARGE);
	}

	private static void isRawProblem(String answer) {
		assertThat(answer).doesNotContainIgnoringCase("<html").contains("application/problem+json");
		String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
		int from = body.indexOf('{');
		JsonNode problem = new JsonMapper().readTree(body.substring(from, body.lastIndexOf('}') + 1));
		isProblem(problem, ProblemCode.of(problem.path("code").asString()).orElseThrow());
		assertThat(answer).startsWith("HTTP/1.1 " + problem.path("status").asInt());
		assertThat(problem.path("detail").asString()).doesNotContain("errors");
		assertThat(problem.has("errors")).as(body).isEqualTo(!problem.path("errors").isEmpty());
	}

}
