package clinic.daybook.people;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import clinic.daybook.api.users.Role;
import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.web.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The one account that nobody gives out. */
class FirstAdminTest {

	private static final String EMAIL = "First@clinic.example";

	private static final String PASSWORD = "twelve-chars";

	// A demo clinic starts without an ADMIN, and so leaves the making to this test.
	private static final ConfigurableApplicationContext EMPTY = TestPeople.start(PostgresForTests.emptyDatabaseUrl(),
			Map.of("daybook.demo.enabled", "true"));

	@AfterAll
	static void close() {
		EMPTY.close();
	}

	@BeforeEach
	void nobodyIsThere() {
		assertThat(admins()).isZero();
		jdbc().sql("DELETE FROM people.account").update();
	}

	@Test
	void itComesFromTheEnvironmentAndOnlyOnce() {
		firstAdmin(EMAIL, PASSWORD).afterSingletonsInstantiated();
		firstAdmin("second@clinic.example", PASSWORD).afterSingletonsInstantiated();
		firstAdmin("", "").afterSingletonsInstantiated();
		assertThat(jdbc().sql("SELECT email || ' ' || role FROM people.account").query(String.class).list())
			.containsExactly("first@clinic.example ADMIN");
		jdbc().sql("DELETE FROM people.account").update();
	}

	@ParameterizedTest
	@CsvSource({ "'', '', DAYBOOK_ADMIN_EMAIL", "nonsense, twelve-chars, DAYBOOK_ADMIN_EMAIL",
			"first@clinic.example, '', DAYBOOK_ADMIN_PASSWORD",
			"first@clinic.example, eleven-char, DAYBOOK_ADMIN_PASSWORD",
			"first@clinic.example, FIRST@clinic.example, DAYBOOK_ADMIN_PASSWORD" })
	void withoutAGoodOneThereIsNoStart(String email, String password, String variable) {
		assertThatExceptionOfType(StartupRefused.class)
			.isThrownBy(() -> firstAdmin(email, password).afterSingletonsInstantiated())
			.withMessageContaining(variable)
			.withMessageNotContaining("\n");
	}

	@Test
	void somebodyElsesEmailIsNotTakenOver() {
		EMPTY.getBean(Accounts.class)
			.register(new NewAccount(EMAIL, PASSWORD, "Ada Lovelace", null, Role.MEMBER), Actor.SYSTEM);
		assertThatExceptionOfType(StartupRefused.class)
			.isThrownBy(() -> firstAdmin(EMAIL, PASSWORD).afterSingletonsInstantiated())
			.withMessageContaining("DAYBOOK_ADMIN_EMAIL");
	}

	@Test
	void ofProcessesThatStartAtOnceOneMakesItAndAllStart() throws Exception {
		try (ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<?> process : IntStream.range(0, 8)
				.mapToObj((i) -> processes.submit(() -> firstAdmin(EMAIL, PASSWORD).afterSingletonsInstantiated()))
				.toList()) {
				process.get();
			}
		}
		assertThat(admins()).isEqualTo(1);
		jdbc().sql("DELETE FROM people.account").update();
	}

	private static FirstAdmin firstAdmin(String email, String password) {
		return new FirstAdmin(EMPTY.getBean(Accounts.class), jdbc(),
				new MockEnvironment().withProperty("daybook.admin.email", email)
					.withProperty("daybook.admin.password", password));
	}

	private static long admins() {
		return jdbc().sql("SELECT count(*) FROM people.account WHERE role = 'ADMIN'").query(Long.class).single();
	}

	private static JdbcClient jdbc() {
		return EMPTY.getBean(JdbcClient.class);
	}

}
