package clinic.daybook.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.axonframework.common.AxonException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The snapshots of each stream. One that doesn't belong to the history that stands, that
 * was changed, or that can't be read, is passed over for the next older one.
 */
final class SnapshotStore {

	private static final Logger logger = LoggerFactory.getLogger(SnapshotStore.class);

	/** For each stream. */
	private static final int KEPT = 16;

	private static final String NEWEST_BEFORE = """
			select e.position, e.event_id, s.stream, s.sequence, e.stream_kind, s.type, s.revision, e.at, s.payload,
				'{}'::bytea, s.hash = book.snapshot_hash(e.hash, s.type, s.revision, s.payload)
			from book.snapshot s
			join book.event e on e.stream = s.stream and e.sequence = s.sequence
			where s.stream = ? and s.sequence < ? and e.at <= ?
			order by s.sequence desc
			limit 1
			""";

	private static final String STORE = """
			insert into book.snapshot (stream, sequence, type, revision, payload, hash)
			select e.stream, e.sequence, s.type, s.revision, s.payload,
				book.snapshot_hash(e.hash, s.type, s.revision, s.payload)
			from (values (?, ?, ?)) as s (type, revision, payload)
			join book.event e on e.stream = ? and e.sequence = ?
			on conflict (stream, sequence) do update
			set type = excluded.type, revision = excluded.revision, payload = excluded.payload, hash = excluded.hash
			""";

	/**
	 * Those go first that nobody reads any more, then those whose neighbours are near for
	 * their age: so the newest are close together and the older ones ever further apart.
	 */
	private static final String THIN_OUT = """
			delete from book.snapshot
			where stream = ? and sequence in (
				select sequence
				from (
					select sequence, revision, count(*) over () as kept, max(sequence) over () as newest,
						lag(sequence, 1, 0::bigint) over by_age as before, lead(sequence) over by_age as after
					from book.snapshot
					where stream = ?
					window by_age as (order by sequence)) as aged
				where after is not null
				order by revision = ?, (after - before)::double precision / (newest - sequence), sequence
				limit (select greatest(count(*) - ?, 0) from book.snapshot where stream = ?))
			""";

	private final JdbcTemplate jdbc;

	private final Serializer serializer;

	SnapshotStore(JdbcTemplate jdbc, Serializer serializer) {
		this.jdbc = jdbc;
		this.serializer = serializer;
	}

	Optional<DomainEventMessage<?>> newest(String stream) {
		return usable(stream, OffsetDateTime.MAX);
	}

	/** The newest that was taken at an event recorded by then. */
	Optional<DomainEventMessage<?>> newest(String stream, Instant upTo) {
		return usable(stream, upTo.atOffset(ZoneOffset.UTC));
	}

	private Optional<DomainEventMessage<?>> usable(String stream, OffsetDateTime upTo) {
		Kept kept = newestBefore(stream, Long.MAX_VALUE, upTo);
		while (kept != null) {
			Optional<DomainEventMessage<?>> read = read(kept);
			if (read.isPresent()) {
				return read;
			}
			kept = newestBefore(stream, kept.snapshot().sequence(), upTo);
		}
		return Optional.empty();
	}

	private @Nullable Kept newestBefore(String stream, long sequence, OffsetDateTime upTo) {
		return this.jdbc.query(NEWEST_BEFORE, Kept::of, stream, sequence, upTo).stream().findFirst().orElse(null);
	}

	private Optional<DomainEventMessage<?>> read(Kept kept) {
		StoredEvent snapshot = kept.snapshot();
		if (!kept.sound()) {
			logger.warn("The snapshot of {} at {} is not what was stored; it is ignored", snapshot.stream(),
					snapshot.sequence());
			return Optional.empty();
		}
		if (!isKnown(snapshot.getPayload())) {
			logger.debug("The snapshot of {} at {} is outdated", snapshot.stream(), snapshot.sequence());
			return Optional.empty();
		}
		try {
			// Now, or it would fail in the middle of whatever it is used for.
			Object payload = this.serializer.deserialize(snapshot.getPayload());
			return Optional
				.of(new GenericDomainEventMessage<>(snapshot.streamKind(), snapshot.stream(), snapshot.sequence(),
						payload, MetaData.emptyInstance(), snapshot.getEventIdentifier(), snapshot.at()));
		}
		catch (AxonException ex) {
			logger.warn("The snapshot of {} at {} can't be read; it is ignored", snapshot.stream(), snapshot.sequence(),
					ex);
			return Optional.empty();
		}
	}

	private boolean isKnown(SerializedObject<byte[]> payload) {
		try {
			return this.serializer.classForType(payload.getType()) != UnknownSerializedType.class;
		}
		catch (SerializationException ex) {
			return false;
		}
	}

	void store(DomainEventMessage<?> snapshot) {
		SerializedObject<byte[]> payload = snapshot.serializePayload(this.serializer, byte[].class);
		String stream = snapshot.getAggregateIdentifier();
		String revision = payload.getType().getRevision();
		int stored = this.jdbc.update(STORE, payload.getType().getName(), revision, payload.getData(), stream,
				snapshot.getSequenceNumber());
		if (stored == 0) {
			throw new EventStoreException("A snapshot is taken at an event, and " + stream + " has none of sequence "
					+ snapshot.getSequenceNumber());
		}
		this.jdbc.update(THIN_OUT, stream, stream, revision, KEPT, stream);
	}

	private record Kept(StoredEvent snapshot, boolean sound) {

		static Kept of(ResultSet row, int number) throws SQLException {
			return new Kept(StoredEvent.of(row), row.getBoolean(11));
		}

	}

}
