package clinic.daybook.http;

import java.util.UUID;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Daybook;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.RawRequest;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemsTest {

	private final Clinic clinic = Daybook.shared().clinic();

	@ParameterizedTest
	@ValueSource(strings = { "/nowhere", "/api/nowhere", "/admin/nowhere", "/auth/nowhere", "/api/appointments/x/y/z",
			"/problems/never-heard-of", "/actuator/env", "/actuator/prometheus", "/actuator/beans",
			"/actuator/heapdump", "/api/nowhere?who=me", "/favicon.gif" })
	void whatIsNowhereIsNotFoundByAnybody(String path) {
		this.clinic.anyone().get(path).problem(404, "not-found");
		this.clinic.member().get(path).problem(404, "not-found");
	}

	@Test
	void aPostToNowhereIsNotFoundEither() {
		this.clinic.member().post("/api/nowhere", "{}").problem(404, "not-found");
	}

	@ParameterizedTest
	@CsvSource({ "PUT,/api/appointments,POST", "DELETE,/api/availability,POST", "GET,/auth/login,POST",
			"PATCH,/auth/me,PUT", "POST,/.well-known/jwks.json,GET" })
	void whatCannotBeDoneThereIsSaid(String method, String path, String allowed) {
		Answer answer = this.clinic.admin()
			.as()
			.send(method, path, method.equals("GET") ? null : "{}")
			.problem(405, "method-not-allowed")
			.answer();

		assertThat(answer.header("Allow")).contains(allowed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense" })
	void onlyJsonIsRead(String contentType) {
		this.clinic.anyone().with("Content-Type", contentType).post("/auth/login", "{}").problem(415);
	}

	@Test
	void whatIsNotSpokenIsSaid() {
		this.clinic.member().as().with("Accept", "application/xml").get("/auth/me").problem(406);
		this.clinic.anyone().with("Accept", "text/html").get("/nowhere").problem(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "[]", "null", "42", "\"text\"", "{\"email\":}", "{\"email\":\"a\"", "{} {}",
			"{\"email\":\"a\",\"email\":\"b\"}", "{'email':'a'}", "{\"email\":\"\\x\"}", "<email/>", "{\"email\":{}}",
			"{\"email\":[\"a\"]}", "{\"email\":NaN}", "\u0000" })
	void whatIsNoProperBodyIsRefused(String body) {
		this.clinic.anyone().post("/auth/login", body).problem(400, "invalid-request");
		this.clinic.member().post("/api/appointments", body).problem(400, "invalid-request");
	}

	@Test
	void bodiesWithoutBottomAreRefused() {
		String deep = "{\"email\":".repeat(3000) + "1" + "}".repeat(3000);

		this.clinic.anyone().post("/auth/login", deep).problem(400, "invalid-request");
	}

	@Test
	void theAnswerIsInUtf8AndKeepsToJson() {
		Member member = this.clinic.member("Žofie Nováková");

		Answer me = member.get("/auth/me").is(200);

		assertThat(me.contentType()).startsWith("application/json");
		assertThat(me.text("fullName")).isEqualTo("Žofie Nováková");
	}

	@Test
	void everyRequestHasATraceOfItsOwn() {
		Visitor anyone = this.clinic.anyone();

		assertThat(anyone.get("/nowhere").text("traceId")).isNotEqualTo(anyone.get("/nowhere").text("traceId"));
	}

	@Test
	void aTraceThatWasBegunElsewhereGoesOn() {
		Answer answer = this.clinic.anyone()
			.with("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
			.get("/nowhere");

		assertThat(answer.text("traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
	}

	@Test
	void parametersNobodyKnowsAreNamedWhereNoneAreKnown() {
		Member member = this.clinic.member();

		member.get("/auth/me?verbose=true").blames("verbose");
		member.get("/api/appointments/" + UUID.randomUUID() + "?expand=doctor").blames("expand");
		member.post("/api/appointments?dryRun=true", "{}").blames("dryRun");
	}

	@Test
	void notEvenTheServerItselfAnswersInHtml() {
		Daybook daybook = this.clinic.daybook();

		RawRequest.send(daybook, "GET /a|b HTTP/1.1", "Host: localhost").isProblem(400, 404);
		RawRequest.send(daybook, "GET /api/../../etc/passwd HTTP/1.1", "Host: localhost").isProblem(400, 404);
		RawRequest.send(daybook, "GET /%00 HTTP/1.1", "Host: localhost").isProblem(400, 404);
		RawRequest.send(daybook, "GET /%zz HTTP/1.1", "Host: localhost").isProblem(400, 404);
		RawRequest.send(daybook, "GET /api//appointments;a=b HTTP/1.1", "Host: localhost").isProblem(400, 401, 404);
		RawRequest.send(daybook, "GET /api/%2e%2e/x HTTP/1.1", "Host: localhost").isProblem(400, 404);
		RawRequest.send(daybook, "GET / HTTP/1.1", "Host: a b").isProblem(400);
		RawRequest.send(daybook, "GET / HTTP/1.1").isProblem(400);
		RawRequest.send(daybook, "GET / HTTP/9.9", "Host: localhost").isProblem(400, 505);
		RawRequest.send(daybook, "BREW /coffee HTTP/1.1", "Host: localhost").isProblem(400, 404, 405, 501);
		RawRequest.send(daybook, "TRACE /api/appointments HTTP/1.1", "Host: localhost").isProblem(400, 401, 405);
		RawRequest.send(daybook, "POST /auth/login HTTP/1.1", "Host: localhost", "Content-Length: x").isProblem(400);
		RawRequest.send(daybook, "GET /" + "a".repeat(20_000) + " HTTP/1.1", "Host: localhost")
			.isProblem(400, 404, 414, 431);
		RawRequest.send(daybook, "GET / HTTP/1.1", "Host: localhost", "X-Long: " + "a".repeat(70_000))
			.isProblem(400, 431);
	}

	@Test
	void theServerDoesNotSayWhatItIsMadeOf() {
		Answer answer = this.clinic.anyone().get("/nowhere");

		assertThat(answer.headerOrNull("Server")).isNull();
		assertThat(answer.headerOrNull("X-Powered-By")).isNull();
	}

}
