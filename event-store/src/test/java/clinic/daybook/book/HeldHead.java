package clinic.daybook.book;

import java.sql.Connection;
import java.sql.SQLException;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.awaitility.Awaitility.await;

/** A transaction that holds the head, so that nobody else can append. */
final class HeldHead implements AutoCloseable {

	private static final String WAITING_BACKEND = """
			select pid from pg_stat_activity
			where datname = current_database() and query like '%book.append_each%' and wait_event_type = 'Lock'
			""";

	private final TestBook book;

	private final Connection holder;

	HeldHead(TestBook book) throws SQLException {
		this.book = book;
		this.holder = book.database.getConnection();
		this.holder.setAutoCommit(false);
		new JdbcTemplate(new SingleConnectionDataSource(this.holder, true)).queryForList("""
				select position from book.head for update
				""");
	}

	boolean isHeld() {
		return this.book.jdbc.queryForList("select position from book.head for update skip locked").isEmpty();
	}

	/** Waits until there is an appender that waits for the head. */
	int awaitWaitingBackend() {
		return await()
			.until(() -> this.book.jdbc.queryForList(WAITING_BACKEND, Integer.class), (pids) -> pids.size() == 1)
			.getFirst();
	}

	@Override
	public void close() throws SQLException {
		this.holder.close();
	}

}
