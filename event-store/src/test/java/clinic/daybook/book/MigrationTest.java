package clinic.daybook.book;

import clinic.daybook.book.testing.PostgresForTests;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static clinic.daybook.book.TestBook.event;
import static clinic.daybook.book.TestBook.reserved;
import static org.assertj.core.api.Assertions.assertThat;

class MigrationTest {

	@Test
	void whoOwnsADatabaseAndNothingElseCanOpenABookInIt() {
		PGSimpleDataSource database = PostgresForTests.emptyDatabase();
		JdbcTemplate superuser = new JdbcTemplate(database);
		superuser.execute("create role ordinary login");
		superuser.execute("create database ordinary owner ordinary");
		database.setDatabaseName("ordinary");
		database.setUser("ordinary");

		Flyway.configure().dataSource(database).load().migrate();
		try (BookStorageEngine engine = new BookStorageEngine(TestBook.setupOn(database))) {
			engine.appendEvents(event("l-1", 0, reserved("ann", 0, 30, "a")));
		}

		assertThat(new BookChain(database).verify()).isEqualTo(new BookChain.Walk(1, null));
	}

}
