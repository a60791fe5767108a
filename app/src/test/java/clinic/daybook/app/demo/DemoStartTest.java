package clinic.daybook.app.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.testing.Daybook;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** When the demo clinic is made, and when not. */
class DemoStartTest {

	private final DataSource database = PostgresForTests.emptyDatabase();

	private final JdbcClient sql = JdbcClient.create(this.database);

	@Test
	void isMadeOnceAndAsManyTimesStartedAsOneLikes() {
		Daybook.demo(this.database).close();
		List<Long> first = sizes();

		Daybook.demo(this.database).close();

		assertThat(sizes()).isEqualTo(first);
	}

	@Test
	void standsBesideAnAdminOfOnesOwn() {
		hasAdmin("me@clinic.example");

		Daybook.demo(this.database).close();

		assertThat(events()).isGreaterThan(1000);
	}

	@Test
	void saysSoIfThatAdminHasTheEmailOfAnother() {
		hasAdmin("admin@daybook.example");

		assertThatException().isThrownBy(() -> Daybook.demo(this.database))
			.withStackTraceContaining("DAYBOOK_ADMIN_EMAIL");
		assertThat(events()).isZero();
	}

	@Test
	void leavesNothingIfItIsBrokenOffAndBeginsAnew() {
		this.sql.sql("""
				create function break_off() returns trigger language plpgsql as $$
				begin raise exception 'the power went out'; end $$
				""").update();
		this.sql.sql("""
				create trigger break_off before insert on book.event for each row when (new.position = 1000)
				execute function break_off()
				""").update();
		List<Long> empty = sizes();

		assertThatException().isThrownBy(() -> Daybook.demo(this.database))
			.withStackTraceContaining("the power went out");
		assertThat(sizes()).isEqualTo(empty);

		this.sql.sql("drop trigger break_off on book.event").update();
		Daybook.demo(this.database).close();
		assertThat(sizes()).allMatch((size) -> size > 20);
	}

	/** Held up until the other is done, and then content with what is there. */
	@Test
	void leavesItToWhoeverWasFaster() throws SQLException {
		try (Connection other = this.database.getConnection(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("lock table people.account in share row exclusive mode");
			CompletableFuture<Daybook> start = CompletableFuture.supplyAsync(() -> Daybook.demo(this.database));
			while (waiting() == 0) {
				assertThat(start).isNotDone();
			}
			statement.execute("""
					insert into people.account (id, email, full_name, role, created_at)
					values (gen_random_uuid(), 'first@patients.example', 'First', 'MEMBER', now())
					""");
			other.commit();
			start.join().close();
		}

		assertThat(events()).isZero();
	}

	/** Clocks have just been changed in both zones, months ahead of the machine. */
	@Test
	void goesByTheClockThatItsDatabaseHas() {
		Instant now = Instant.parse("2027-03-29T03:59:00Z");
		this.sql.sql("update app.clock set ahead_micros = extract(epoch from :now - now()) * 1000000")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();

		Daybook.demo(this.database).close();

		assertThat(this.sql.sql("select max(at) from book.event").query(OffsetDateTime.class).single().toInstant())
			.isBetween(now.minus(Duration.ofDays(4)), now);
		assertThat(events()).isGreaterThan(1000);
	}

	@Test
	void isNoAffairOfAProcessThatOnlyAnswersQueries() {
		try (Daybook queries = Daybook.demo(this.database, "query")) {
			assertThat(events()).isZero();

			Daybook.demo(this.database, "command").close();
			assertThat(queries.anyone().get("/api/doctors").is(200).items()).hasSize(6);
		}
	}

	private void hasAdmin(String email) {
		this.sql.sql("""
				insert into people.account (id, email, full_name, role, password_hash, created_at)
				values (gen_random_uuid(), :email, 'Me', 'ADMIN', 'whatever', now())
				""").param("email", email).update();
	}

	private List<Long> sizes() {
		return this.sql.sql("""
				select count(*) from book.event
				union all select count(*) from people.account
				union all select count(*) from keys.subject_key
				union all select count(*) from book.claim
				""").query(Long.class).list();
	}

	private long events() {
		return sizes().getFirst();
	}

	private long waiting() {
		return this.sql
			.sql("select count(*) from pg_locks where not granted and database = "
					+ "(select oid from pg_database where datname = current_database())")
			.query(Long.class)
			.single();
	}

}
