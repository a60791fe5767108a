package clinic.daybook.benchmarks.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Each append is one call on a connection of a pool, and a transaction of its own. */
record OneCallEach(HikariDataSource pool, String statement, Serializer serializer,
		boolean claims) implements Appending {

	private static final String TO_THE_BOOK = """
			select outcome from book.append(array[?]::uuid[], array[?], array[?]::bigint[], array[?], array[?], array[?],
				array[?]::timestamptz[], array[?]::bytea[], array[?]::bytea[],
				array_remove(array[?]::text[], null), array_remove(array[?]::text[], null),
				array_remove(array[?]::text[], null), array_remove(array[?]::tstzrange[], null),
				array_remove(array[?]::text[], null), array[null]::timestamptz[])
			""";

	private static final List<@Nullable String> NO_CLAIM = Collections.nCopies(5, null);

	static OneCallEach toTheBook(Database database, Workload workload, int pool) {
		return open(database, workload, pool, TO_THE_BOOK);
	}

	static OneCallEach to(String alternative, Database database, Workload workload) {
		return open(database, workload, workload.callers(), """
				select alternative.%s(?::uuid, ?, ?::bigint, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?::tstzrange, ?)
				""".formatted(alternative));
	}

	private static OneCallEach open(Database database, Workload workload, int pool, String statement) {
		return new OneCallEach(database.pool(pool), statement, Visit.serializer(), workload.claims());
	}

	@Override
	public void append(DomainEventMessage<Visit.VisitBooked> event) throws SQLException {
		try (Connection connection = this.pool.getConnection();
				PreparedStatement call = connection.prepareStatement(this.statement)) {
			fill(call, event);
			try (ResultSet answer = call.executeQuery()) {
				answer.next();
				if (!"won".equals(answer.getString(1))) {
					throw new IllegalStateException("Nobody was in the way, and the answer is " + answer.getString(1));
				}
			}
		}
	}

	private void fill(PreparedStatement call, DomainEventMessage<Visit.VisitBooked> event) throws SQLException {
		SerializedObject<byte[]> payload = event.serializePayload(this.serializer, byte[].class);
		int filled = 0;
		call.setObject(++filled, UUID.fromString(event.getIdentifier()));
		call.setString(++filled, event.getAggregateIdentifier());
		call.setLong(++filled, event.getSequenceNumber());
		call.setString(++filled, event.getType());
		call.setString(++filled, payload.getType().getName());
		call.setString(++filled, payload.getType().getRevision());
		call.setString(++filled, event.getTimestamp().truncatedTo(ChronoUnit.MICROS).toString());
		call.setBytes(++filled, payload.getData());
		call.setBytes(++filled, event.serializeMetaData(this.serializer, byte[].class).getData());
		for (String part : this.claims ? claim(event.getPayload()) : NO_CLAIM) {
			call.setString(++filled, part);
		}
	}

	private static List<@Nullable String> claim(Visit.VisitBooked visit) {
		return List.of("take", Visit.CLAIM_KIND, visit.room(), "[%s,%s)".formatted(visit.start(), visit.end()),
				visit.visitId());
	}

	@Override
	public void close() {
		this.pool.close();
	}

}
