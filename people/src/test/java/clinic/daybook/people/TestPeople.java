package clinic.daybook.people;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import clinic.daybook.api.EventFamilies;
import clinic.daybook.book.BookEventStore;
import clinic.daybook.book.BookJson;
import clinic.daybook.book.BookSetup;
import clinic.daybook.book.BookStorageEngine;
import clinic.daybook.book.EventTypes;
import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.web.ReadModels;
import clinic.daybook.web.WebConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** This module on a real Tomcat, a real PostgreSQL and the real book. */
final class TestPeople {

	static final String ADMIN = "admin@clinic.example";

	static final String ADMIN_PASSWORD = "twelve-or-more-characters";

	static final String PASSWORD = "correct horse";

	static final TestClock CLOCK = new TestClock();

	static final String DATABASE = PostgresForTests.emptyDatabaseUrl();

	private static final JsonMapper JSON = new JsonMapper();

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final ConfigurableApplicationContext CONTEXT = start(DATABASE, Map.of("DAYBOOK_ADMIN_EMAIL", ADMIN,
			"DAYBOOK_ADMIN_PASSWORD", ADMIN_PASSWORD, "DAYBOOK_RATE_LIMIT_ENABLED", "false"));

	private TestPeople() {
	}

	static ConfigurableApplicationContext start(String database, Map<String, Object> settings) {
		return new SpringApplicationBuilder(Application.class).properties(settings)
			.properties("server.port=0", "spring.datasource.url=" + database, "daybook.password.memory-kib=64",
					"daybook.password.iterations=1", "spring.main.banner-mode=off", "logging.level.root=warn",
					"logging.level.org.springframework.boot.web.server.servlet.context=error",
					"spring.threads.virtual.enabled=true")
			.run();
	}

	static <T> T bean(Class<T> type) {
		return CONTEXT.getBean(type);
	}

	static JdbcClient jdbc() {
		return bean(JdbcClient.class);
	}

	static TransactionTemplate transaction() {
		return new TransactionTemplate(bean(PlatformTransactionManager.class));
	}

	static String someEmail() {
		return UUID.randomUUID() + "@people.example";
	}

	/** A new member's e-mail. */
	static String member() {
		String email = someEmail();
		post("/auth/register", registration(email)).is(201);
		return email;
	}

	static Map<String, Object> registration(String email) {
		return Map.of("email", email, "password", PASSWORD, "fullName", "Ada Lovelace");
	}

	static Answer login(String email, String password) {
		return post("/auth/login", Map.of("email", email, "password", password));
	}

	static String tokenOf(String email, String password) {
		return login(email, password).is(200).path("accessToken").asString();
	}

	static String adminToken() {
		return tokenOf(ADMIN, ADMIN_PASSWORD);
	}

	static String idOf(String email) {
		return jdbc().sql("SELECT id FROM people.account WHERE email = :email AND password_hash IS NOT NULL")
			.param("email", email)
			.query(String.class)
			.single();
	}

	static List<String> eventsOf(String userId) {
		return jdbc().sql("""
				SELECT type || ' ' || sequence || ' ' || convert_from(payload, 'UTF8') || ' '
				|| convert_from(metadata, 'UTF8') FROM book.event WHERE stream = 'user-' || :id ORDER BY position
				""").param("id", userId).query(String.class).list();
	}

	static Answer get(String path, String token) {
		return send("GET", path, null, token);
	}

	static Answer post(String path, Object body) {
		return send("POST", path, body, null);
	}

	static Answer send(String method, String path, Object body, String token) {
		HttpRequest.Builder builder = HttpRequest
			.newBuilder(
					URI.create("http://localhost:" + CONTEXT.getEnvironment().getProperty("local.server.port") + path))
			.header("Content-Type", "application/json")
			.method(method, (body == null) ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers
				.ofByteArray(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8)));
		if (token != null) {
			builder.header("Authorization", "Bearer " + token);
		}
		try {
			return new Answer(CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	record Answer(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		JsonNode is(int status) {
			assertThat(status()).as(this.response.body()).isEqualTo(status);
			return this.response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(this.response.body());
		}

		JsonNode problem(int status, String code) {
			JsonNode problem = is(status);
			assertThat(problem.path("code").asString()).isEqualTo(code);
			return problem;
		}

		List<String> invalidFields() {
			return problem(400, "invalid-request").path("errors")
				.valueStream()
				.map((error) -> error.path("field").asString())
				.toList();
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ WebConfiguration.class, PeopleConfiguration.class })
	static class Application {

		@Bean
		Clock clock() {
			return CLOCK;
		}

		@Bean
		ReadModels readModels() {
			return (position, atMost) -> true;
		}

		@Bean(destroyMethod = "close")
		BookEventStore book(DataSource dataSource) {
			return new BookEventStore(
					new BookStorageEngine(
							BookSetup.of(dataSource, BookJson.events(EventTypes.ofSealed(EventFamilies.ALL)))),
					dataSource);
		}

	}

}
