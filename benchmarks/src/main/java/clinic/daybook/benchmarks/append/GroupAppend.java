package clinic.daybook.benchmarks.append;

import java.util.List;
import java.util.concurrent.TimeUnit;

import clinic.daybook.book.BookSetup;
import clinic.daybook.book.BookStorageEngine;
import clinic.daybook.book.ClaimRules;
import clinic.daybook.book.OwnConnections;
import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.eventhandling.DomainEventMessage;

import org.springframework.jdbc.core.JdbcTemplate;

/** Daybook's engine as it is, and a look at how many it writes together. */
record GroupAppend(Database database, Workload workload, GroupSizes sizes, HikariDataSource pool,
		BookStorageEngine engine) implements Appending {

	private static final long TURN_MILLIS = 5;

	/** For reading, which nobody does here. */
	private static final int POOL = 2;

	static GroupAppend open(Database database, Workload workload, GroupSizes sizes) {
		HikariDataSource pool = database.pool(POOL);
		return new GroupAppend(database, workload, sizes, pool,
				new BookStorageEngine(BookSetup.of(pool, Visit.serializer())
					.appendingOn(OwnConnections.to(database.url(), null, null))
					.claiming(workload.claims() ? Visit::claimsOf : ClaimRules.NONE)));
	}

	@Override
	public void append(DomainEventMessage<Visit.VisitBooked> event) {
		this.engine.appendEvents(List.of(event));
	}

	@Override
	public void close() {
		this.engine.close();
		this.pool.close();
		noteSize();
	}

	/**
	 * Each call moves the head once. PostgreSQL says so when the connection has ended.
	 */
	private void noteSize() {
		JdbcTemplate jdbc = this.database.jdbc();
		awaitEndOfAppender(jdbc);
		Double size = jdbc.queryForObject("""
				select h.position::float / nullif(s.n_tup_upd, 0)
				from book.head h, pg_stat_user_tables s
				where s.schemaname = 'book' and s.relname = 'head'
				""", Double.class);
		if (size == null) {
			throw new IllegalStateException("PostgreSQL does not say how often the head was moved");
		}
		this.sizes.note(this.workload, size);
	}

	private static void awaitEndOfAppender(JdbcTemplate jdbc) {
		try {
			while (!jdbc.queryForList("""
					select pid from pg_stat_activity where datname = current_database() and application_name = 'book'
					""").isEmpty()) {
				TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
