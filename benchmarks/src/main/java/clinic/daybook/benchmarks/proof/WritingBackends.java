package clinic.daybook.benchmarks.proof;

import java.io.IOException;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.Signals;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The processes of PostgreSQL's that write for the writers. */
final class WritingBackends {

	/** How writers call themselves when they connect. */
	static final String OF_WRITERS = "&ApplicationName=writer";

	private static final int TRIES = 1000;

	/** A stopped process may stop whoever asks about it as well. */
	private static final int SECONDS_TO_ASK = 5;

	/** Whoever has written has a transaction's number, until it has committed. */
	private static final String WRITING = """
			select pid from pg_stat_activity
			where datname = current_database() and application_name = 'writer' and backend_xid is not null
			order by random()
			limit 1
			""";

	private static final String STILL_WRITING = """
			select count(*) from pg_stat_activity where pid = ? and backend_xid is not null
			""";

	private final JdbcTemplate jdbc;

	private WritingBackends(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	static WritingBackends of(Postgres postgres, String database) {
		PGSimpleDataSource impatient = postgres.database(database);
		impatient.setSocketTimeout(SECONDS_TO_ASK);
		return new WritingBackends(new JdbcTemplate(impatient));
	}

	/** One in the middle of a transaction: it has written and not committed yet. */
	long stopOneThatWrites() throws IOException, InterruptedException {
		for (int attempt = 0; attempt < TRIES; attempt++) {
			for (long process : this.jdbc.query(WRITING, (row, number) -> row.getLong(1))) {
				Signals.stop(process);
				if (isStillWriting(process)) {
					return process;
				}
				Signals.goOn(process);
			}
		}
		throw new IllegalStateException("Nobody writes");
	}

	private boolean isStillWriting(long process) {
		try {
			Long writing = this.jdbc.queryForObject(STILL_WRITING, Long.class, process);
			return writing != null && writing > 0;
		}
		catch (DataAccessException ex) {
			// It holds what every other process needs: all the better.
			return true;
		}
	}

}
