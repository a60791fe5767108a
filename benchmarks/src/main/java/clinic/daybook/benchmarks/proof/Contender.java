package clinic.daybook.benchmarks.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import javax.sql.DataSource;

import clinic.daybook.book.AppendLimits;
import clinic.daybook.book.BookEventStore;
import clinic.daybook.book.BookJson;
import clinic.daybook.book.BookSetup;
import clinic.daybook.book.BookStorageEngine;
import clinic.daybook.book.OwnConnections;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** An event store that is put to the proof. */
enum Contender {

	DAYBOOK("Daybook  ") {

		@Override
		void createTables(DataSource database) {
			// Flyway has.
		}

		@Override
		BookStorageEngine engine(DataSource pool, String url, Duration patience) {
			return new BookStorageEngine(BookSetup.of(pool, BookJson.events(Deed.TYPES))
				.appendingOn(OwnConnections.to(url, null, null))
				.claiming(Deed::claimsOf)
				.within(AppendLimits.DEFAULT.withPatience(patience)));
		}

		@Override
		EventStore store(DataSource pool, String url) {
			return new BookEventStore(engine(pool, url, AppendLimits.DEFAULT.patience()),
					OwnConnections.to(url, null, null));
		}

		@Override
		String lock() {
			return "select position from book.head for update";
		}

		@Override
		String progress() {
			return "select position from book.head";
		}

		@Override
		List<WrittenEvent> written(JdbcTemplate jdbc) {
			return jdbc.query("""
					select position, event_id, stream, sequence, at from book.event order by position
					""", (row, number) -> event(row, row.getObject(5, OffsetDateTime.class).toInstant()));
		}

	},

	/** As Axon brings it, with its own handling of gaps as it is by default. */
	AXON_JDBC("Axon JDBC") {

		@Override
		void createTables(DataSource database) {
			jdbcEngine(database).createSchema(PostgresEventTableFactory.INSTANCE);
		}

		@Override
		EventStorageEngine engine(DataSource pool, String url, Duration patience) {
			return jdbcEngine(pool);
		}

		@Override
		EventStore store(DataSource pool, String url) {
			return EmbeddedEventStore.builder().storageEngine(jdbcEngine(pool)).build();
		}

		private JdbcEventStorageEngine jdbcEngine(DataSource pool) {
			return JdbcEventStorageEngine.builder()
				.connectionProvider(new TransactionAwareDataSourceProxy(pool)::getConnection)
				.transactionManager(SpringTransactions.on(pool))
				.eventSerializer(BookJson.events(Deed.TYPES))
				.snapshotSerializer(BookJson.events(Deed.TYPES))
				.persistenceExceptionResolver(Contender::isDuplicate)
				.build();
		}

		@Override
		String lock() {
			return "lock table domainevententry in share row exclusive mode";
		}

		@Override
		String progress() {
			return "select coalesce(max(globalindex), 0) from domainevententry";
		}

		@Override
		List<WrittenEvent> written(JdbcTemplate jdbc) {
			return jdbc.query("""
					select globalindex, eventidentifier::uuid, aggregateidentifier, sequencenumber, timestamp
					from domainevententry
					order by globalindex
					""", (row, number) -> event(row, Instant.parse(row.getString(5))));
		}

	};

	private static final String UNIQUE_VIOLATION = "23505";

	private final String label;

	Contender(String label) {
		this.label = label;
	}

	String label() {
		return this.label;
	}

	abstract void createTables(DataSource database);

	/** What writers append with. */
	abstract EventStorageEngine engine(DataSource pool, String url, Duration patience);

	/** What readers read. */
	abstract EventStore store(DataSource pool, String url);

	/** Keeps everybody from appending, until the end of the transaction. */
	abstract String lock();

	/** Asks for the last position. */
	abstract String progress();

	/** All there is, in order. */
	abstract List<WrittenEvent> written(JdbcTemplate jdbc);

	/** As axon-spring would find out. */
	private static boolean isDuplicate(Throwable failure) {
		for (Throwable at = failure; at != null; at = at.getCause()) {
			if (at instanceof SQLException found && UNIQUE_VIOLATION.equals(found.getSQLState())) {
				return true;
			}
		}
		return false;
	}

	private static WrittenEvent event(ResultSet row, Instant at) throws SQLException {
		return new WrittenEvent(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), at);
	}

}
