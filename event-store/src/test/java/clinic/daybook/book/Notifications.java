package clinic.daybook.book;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What is said on the book's channel: once for each commit. */
final class Notifications implements AutoCloseable {

	private final Connection connection;

	Notifications(TestBook book) throws SQLException {
		this.connection = book.database.getConnection();
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("listen book");
		}
	}

	/** The positions said up to and including this one. */
	List<Long> upTo(long position) throws SQLException {
		List<Long> heard = new ArrayList<>();
		while (heard.isEmpty() || heard.getLast() < position) {
			PGNotification[] notifications = this.connection.unwrap(PGConnection.class).getNotifications(0);
			Arrays.stream(notifications).map(PGNotification::getParameter).map(Long::valueOf).forEach(heard::add);
		}
		return heard;
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
