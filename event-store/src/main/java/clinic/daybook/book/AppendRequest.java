package clinic.daybook.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** What is written whole or not at all: events, and what they do to claims. */
final class AppendRequest {

	private static final String CALL = """
			select outcome, stale_stream, last_sequence, claim_kind, claim_key, first_position, last_position
			from book.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			""";

	private final List<Entry> entries;

	private final List<ClaimChange> claimChanges;

	private AppendRequest(List<Entry> entries, List<ClaimChange> claimChanges) {
		this.entries = entries;
		this.claimChanges = claimChanges;
	}

	static AppendRequest of(List<? extends EventMessage<?>> events, Serializer serializer, ClaimRules claimRules) {
		List<DomainEventMessage<?>> inStreams = events.stream()
			.<DomainEventMessage<?>>map(AppendRequest::inStream)
			.toList();
		return new AppendRequest(inStreams.stream().map((event) -> Entry.of(event, serializer)).toList(),
				inStreams.stream().flatMap((event) -> claimRules.claimsOf(event).stream()).toList());
	}

	private static DomainEventMessage<?> inStream(EventMessage<?> event) {
		if (event instanceof DomainEventMessage<?> inStream && inStream.getType() != null) {
			return inStream;
		}
		throw new EventStoreException(
				"The book takes events of a stream only, and this " + event.getPayloadType().getSimpleName()
						+ " has none: publish a DomainEventMessage with stream kind, stream and sequence");
	}

	Outcome over(Connection connection) throws SQLException {
		try (PreparedStatement call = connection.prepareStatement(CALL)) {
			Columns columns = new Columns(connection, call);
			columns.add("uuid", this.entries, Entry::eventId, UUID[]::new);
			columns.add("text", this.entries, Entry::stream, String[]::new);
			columns.add("bigint", this.entries, Entry::sequence, Long[]::new);
			columns.add("text", this.entries, Entry::streamKind, String[]::new);
			columns.add("text", this.entries, Entry::type, String[]::new);
			columns.add("text", this.entries, Entry::revision, String[]::new);
			columns.add("timestamptz", this.entries, Entry::at, String[]::new);
			columns.add("bytea", this.entries, Entry::payload, byte[][]::new);
			columns.add("bytea", this.entries, Entry::metadata, byte[][]::new);
			columns.add("text", this.claimChanges, AppendRequest::op, String[]::new);
			columns.add("text", this.claimChanges, ClaimChange::kind, String[]::new);
			columns.add("text", this.claimChanges, ClaimChange::key, String[]::new);
			columns.add("tstzrange", this.claimChanges, AppendRequest::during, String[]::new);
			columns.add("text", this.claimChanges, ClaimChange::value, String[]::new);
			try (ResultSet answer = call.executeQuery()) {
				answer.next();
				return outcome(answer);
			}
		}
	}

	private static Outcome outcome(ResultSet answer) throws SQLException {
		String outcome = answer.getString("outcome");
		return switch (outcome) {
			case "won" -> new Outcome.Won(answer.getLong("first_position"), answer.getLong("last_position"));
			case "seen" -> new Outcome.Seen(answer.getLong("first_position"), answer.getLong("last_position"));
			case "stale" -> new Outcome.Stale(answer.getString("stale_stream"), answer.getLong("last_sequence"));
			case "claimed" -> new Outcome.Claimed(answer.getString("claim_kind"), answer.getString("claim_key"));
			case "clash" -> new Outcome.Clash();
			default -> throw new IllegalStateException("The book answered '" + outcome + "'");
		};
	}

	private static String op(ClaimChange change) {
		return switch (change) {
			case ClaimChange.Take take -> "take";
			case ClaimChange.Release release -> "release";
		};
	}

	private static @Nullable String during(ClaimChange change) {
		return switch (change) {
			case ClaimChange.Take(String kind, String key, TimeRange during, String value) when during != null ->
				"[" + during.start() + "," + during.end() + ")";
			default -> null;
		};
	}

	// Carries bytes and is never compared.
	@SuppressWarnings("ArrayRecordComponent")
	private record Entry(UUID eventId, String stream, long sequence, String streamKind, String type, String revision,
			String at, byte[] payload, byte[] metadata) {

		static Entry of(DomainEventMessage<?> event, Serializer serializer) {
			SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
			return new Entry(eventId(event), event.getAggregateIdentifier(), event.getSequenceNumber(), event.getType(),
					payload.getType().getName(), payload.getType().getRevision(),
					event.getTimestamp().truncatedTo(ChronoUnit.MICROS).toString(), payload.getData(),
					event.serializeMetaData(serializer, byte[].class).getData());
		}

		private static UUID eventId(DomainEventMessage<?> event) {
			try {
				return UUID.fromString(event.getIdentifier());
			}
			catch (IllegalArgumentException ex) {
				throw new EventStoreException("The book takes events with a UUID for an identifier only", ex);
			}
		}

	}

	/** Fills a call's parameters from left to right, an array each. */
	private static final class Columns {

		private final Connection connection;

		private final PreparedStatement call;

		private int filled;

		Columns(Connection connection, PreparedStatement call) {
			this.connection = connection;
			this.call = call;
		}

		<T, C extends @Nullable Object> void add(String type, List<T> rows, Function<T, C> value,
				IntFunction<C[]> array) throws SQLException {
			this.call.setArray(++this.filled,
					this.connection.createArrayOf(type, rows.stream().map(value).toArray(array)));
		}

	}

}
