package clinic.daybook.people;

import java.util.Map;

import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.web.SigningKeys;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Processes that start on one database. */
class StartTest {

	@Test
	void processesAgreeOnTheFirstAdminAndTheKey() {
		String database = PostgresForTests.emptyDatabaseUrl();
		Map<String, Object> admin = Map.of("DAYBOOK_ADMIN_EMAIL", "first@clinic.example", "DAYBOOK_ADMIN_PASSWORD",
				"twelve-or-more-characters");
		try (var first = TestPeople.start(database, admin); var second = TestPeople.start(database, Map.of())) {
			assertThat(second.getBean(JdbcClient.class)
				.sql("SELECT count(*) FROM people.account WHERE role = 'ADMIN'")
				.query(Long.class)
				.single()).isEqualTo(1);
			assertThat(second.getBean(SigningKeys.class).current().kid())
				.isEqualTo(first.getBean(SigningKeys.class).current().kid());
		}
	}

}
