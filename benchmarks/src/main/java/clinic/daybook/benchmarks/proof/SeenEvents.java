package clinic.daybook.benchmarks.proof;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.axonframework.eventhandling.EventMessage;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What readers have seen, in order. A batch is noted in the transaction that also moves
 * the reader's token, so that what counts as seen is what its token says.
 */
final class SeenEvents {

	private final JdbcTemplate jdbc;

	SeenEvents(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	static void createTables(JdbcTemplate jdbc) {
		jdbc.execute("""
				create schema proof;
				create table proof.seen (
					reader text not null,
					batch bigint generated always as identity,
					event_ids uuid[] not null,
					primary key (reader, batch)
				);
				create table proof.place (
					reader text primary key,
					token bytea not null,
					token_type text not null
				)
				""");
	}

	void note(String reader, Collection<? extends EventMessage<?>> events) {
		this.jdbc.update("insert into proof.seen (reader, event_ids) values (?, ?::uuid[])", (statement) -> {
			statement.setString(1, reader);
			statement.setArray(2, statement.getConnection()
				.createArrayOf("uuid", events.stream().map(EventMessage::getIdentifier).toArray()));
		});
	}

	long count(String reader) {
		Long count = this.jdbc.queryForObject("""
				select coalesce(sum(cardinality(event_ids)), 0) from proof.seen where reader = ?
				""", Long.class, reader);
		return (count != null) ? count : 0;
	}

	List<String> inOrder(String reader) {
		List<String> seen = new ArrayList<>();
		this.jdbc.query("select event_ids from proof.seen where reader = ? order by batch", (row) -> {
			seen.addAll(texts(row.getArray(1)));
		}, reader);
		return seen;
	}

	private static List<String> texts(Array ids) throws SQLException {
		return Arrays.stream((Object[]) ids.getArray()).map(Object::toString).toList();
	}

}
