package clinic.daybook.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import clinic.daybook.api.users.Role;
import clinic.daybook.book.testing.PostgresForTests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** This module alone on a real Tomcat, with {@link TestEdges} behind it. */
final class TestServer {

	static final TestClock CLOCK = new TestClock(Instant.parse("2026-12-01T09:00:00Z"));

	static final TestKeys KEYS = new TestKeys();

	static final Set<UUID> ENDED_SESSIONS = ConcurrentHashMap.newKeySet();

	/** Accounts that still have the password that somebody gave them. */
	static final Set<UUID> TEMPORARY_PASSWORDS = ConcurrentHashMap.newKeySet();

	static final long CAUGHT_UP_TO = 100;

	private static final JsonMapper JSON = new JsonMapper();

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final ConfigurableApplicationContext CONTEXT = new SpringApplicationBuilder(Application.class)
		.properties("server.port=0", "spring.datasource.url=" + PostgresForTests.emptyDatabaseUrl(),
				"spring.main.banner-mode=off", "logging.level.root=warn")
		.run();

	private TestServer() {
	}

	static int port() {
		return Integer.parseInt(String.valueOf(CONTEXT.getEnvironment().getProperty("local.server.port")));
	}

	static <T> T bean(Class<T> type) {
		return CONTEXT.getBean(type);
	}

	static String tokenFor(Role role) {
		return tokenFor(UUID.randomUUID(), role);
	}

	static String tokenFor(UUID userId, Role role) {
		return bean(AccessTokens.class).issue(userId, role, UUID.randomUUID());
	}

	static Answer get(String path, String... headers) {
		return send(request("GET", path, null, headers));
	}

	static Answer getAs(Role role, String path) {
		return get(path, "Authorization", "Bearer " + tokenFor(role));
	}

	static Answer postAs(Role role, String path, String body) {
		return send(request("POST", path, body, "Authorization", "Bearer " + tokenFor(role), "Content-Type",
				"application/json"));
	}

	static Answer call(String method, String path, String body, String... headers) {
		return send(request(method, path, body, headers));
	}

	/** What Tomcat answers to bytes that no decent client would send. */
	static String raw(String request) throws IOException {
		try (Socket socket = new Socket("localhost", port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.shutdownOutput();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static HttpRequest request(String method, String path, String body, String... headers) {
		HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
			.method(method,
					(body == null) ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
		if (headers.length > 0) {
			builder.headers(headers);
		}
		return builder.build();
	}

	private static Answer send(HttpRequest request) {
		try {
			return new Answer(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static void isProblem(JsonNode problem, ProblemCode code) {
		assertThat(problem.path("code").asString()).isEqualTo(code.slug());
		assertThat(problem.path("status").asInt()).isEqualTo(code.status().value());
		assertThat(problem.path("type").asString()).isEqualTo("/problems/" + code.slug());
		assertThat(problem.path("title").asString()).isNotBlank();
		assertThat(problem.path("detail").asString()).isNotBlank()
			.doesNotContain("clinic.daybook", "Exception", "java.", "org.", "\tat ");
		assertThat(problem.path("instance").asString()).startsWith("/").doesNotContain("?");
		assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
	}

	record Answer(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		JsonNode json() {
			return JSON.readTree(this.response.body());
		}

		JsonNode ok() {
			assertThat(status()).as(this.response.body()).isEqualTo(200);
			return json();
		}

		JsonNode problem(ProblemCode code) {
			assertThat(status()).as(this.response.body()).isEqualTo(code.status().value());
			assertThat(header("Content-Type")).isEqualTo("application/problem+json");
			JsonNode problem = json();
			isProblem(problem, code);
			assertThat(header("X-Trace-Id")).isEqualTo(problem.path("traceId").asString());
			return problem;
		}

		void isHeadOf(ProblemCode code) {
			assertThat(status()).isEqualTo(code.status().value());
			assertThat(header("Content-Type")).isEqualTo("application/problem+json");
			assertThat(this.response.body()).isEmpty();
		}

		/** The one field that is complained of. */
		String invalidField() {
			JsonNode errors = problem(ProblemCode.INVALID_REQUEST).path("errors");
			assertThat(errors.size()).as(this.response.body()).isEqualTo(1);
			assertThat(errors.path(0).path("message").asString()).isNotBlank()
				.doesNotContain("clinic.daybook", "Exception", "java.");
			return errors.path(0).path("field").asString();
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ WebConfiguration.class, TestEdges.class })
	static class Application {

		@Bean
		Clock clock() {
			return CLOCK;
		}

		@Bean
		SigningKeys signingKeys() {
			return KEYS;
		}

		@Bean
		Callers callers() {
			return (token) -> Optional.of(token)
				.filter((known) -> !ENDED_SESSIONS.contains(known.sessionId()))
				.map((known) -> new Caller(known.userId(), known.role(), null, known.sessionId(),
						TEMPORARY_PASSWORDS.contains(known.userId())));
		}

		@Bean
		ReadModels readModels() {
			return (position, atMost) -> position <= CAUGHT_UP_TO;
		}

		@Bean
		ProblemTranslator translator() {
			return (exception) -> (exception instanceof UnsupportedOperationException)
					? Optional
						.of(new ProblemException(ProblemCode.SLOT_TAKEN, "Taken.", Map.of("nextFreeSlots", "none")))
					: Optional.empty();
		}

	}

}
