package clinic.daybook.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A problem that is not as it should be is found out by the check all refusals go
 * through.
 */
class ProblemTest {

	private static final String GOOD = """
			{"type":"/problems/forbidden","title":"Forbidden","status":403,"detail":"That is not yours.",
			"instance":"/api/things","code":"forbidden","traceId":"4711","errors":[{"field":"role","message":"no"}]}
			""";

	private String body = GOOD;

	private String contentType = "application/problem+json";

	private int status = 403;

	private HttpServer server;

	@BeforeEach
	void pretend() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/api/things", (exchange) -> answer(exchange, this.contentType, this.body));
		this.server.createContext("/problems/forbidden",
				(exchange) -> answer(exchange, "text/html", "<h1>forbidden</h1>"));
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void aGoodOneIsGood() {
		asks().problem(403, "forbidden").names("role");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"/api/things"        | "/api/things?who=me"
			"traceId":"4711",    | ''
			"traceId":"4711"     | "traceId":""
			"status":403         | "status":"403"
			"status":403         | "status":200
			"detail":"That       | "detaill":"That
			/problems/forbidden  | /nowhere
			/problems/forbidden  | https://elsewhere.example/forbidden
			That is not yours    | java.lang.NullPointerException
			That is not yours    | at clinic.Daybook.main(Daybook.java:1)
			That is not yours    | Cannot construct clinic.daybook.people.Account
			That is not yours    | ERROR: SELECT id FROM people.account
			That is not yours    | duplicate key (postgresql)
			"code":"forbidden"   | "code":"conflict"
			"field":"role"       | "path":"role"
			"field":"role"       | "field":"name"
			""")
	void aBadOneIsFoundOut(String good, String bad) {
		this.body = GOOD.replace(good, bad);

		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> asks().problem(403, "forbidden").names("role"));
	}

	@Test
	void anotherFormIsFoundOut() {
		this.contentType = "application/json";

		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> asks().problem(403, "forbidden"));
	}

	@Test
	void aChallengeMustNotBeMissing() {
		this.status = 401;
		this.body = GOOD.replace("403", "401");

		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> asks().problem(401, "forbidden"));
	}

	@Test
	void aFaultIsNoRefusal() {
		this.status = 500;

		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> asks().isNoFault());
	}

	@Test
	void aPageOfTheServersOwnIsFoundOut() {
		Daybook daybook = Daybook.pretended(this.server.getAddress().getPort());

		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> RawRequest.send(daybook, "GET /elsewhere HTTP/1.1", "Host: localhost").isProblem(404));
		RawRequest.send(daybook, "GET /api/things HTTP/1.1", "Host: localhost").isProblem(403);
	}

	private Answer asks() {
		return Daybook.pretended(this.server.getAddress().getPort()).anyone().get("/api/things?who=me");
	}

	private void answer(HttpExchange exchange, String contentType, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", contentType);
		exchange.sendResponseHeaders(exchange.getRequestURI().getPath().startsWith("/api") ? this.status : 200,
				bytes.length);
		try (exchange) {
			exchange.getResponseBody().write(bytes);
		}
	}

}
