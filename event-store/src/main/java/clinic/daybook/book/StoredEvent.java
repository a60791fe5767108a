package clinic.daybook.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** One row of the book, without its hash. Carries bytes and is never compared. */
@SuppressWarnings("ArrayRecordComponent")
record StoredEvent(long position, UUID eventId, String stream, long sequence, String streamKind, String type,
		String revision, Instant at, byte[] payload,
		byte[] metadata) implements DomainEventData<byte[]>, TrackedEventData<byte[]> {

	static final String COLUMNS = "position, event_id, stream, sequence, stream_kind, type, revision, at, payload, metadata";

	static StoredEvent of(ResultSet row) throws SQLException {
		return new StoredEvent(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getLong(4),
				row.getString(5), row.getString(6), row.getString(7),
				row.getObject(8, OffsetDateTime.class).toInstant(), row.getBytes(9), row.getBytes(10));
	}

	@Override
	public TrackingToken trackingToken() {
		return new GlobalSequenceTrackingToken(this.position);
	}

	@Override
	public String getType() {
		return this.streamKind;
	}

	@Override
	public String getAggregateIdentifier() {
		return this.stream;
	}

	@Override
	public long getSequenceNumber() {
		return this.sequence;
	}

	@Override
	public String getEventIdentifier() {
		return this.eventId.toString();
	}

	@Override
	public Instant getTimestamp() {
		return this.at;
	}

	@Override
	public SerializedObject<byte[]> getMetaData() {
		return new SerializedMetaData<>(this.metadata, byte[].class);
	}

	@Override
	public SerializedObject<byte[]> getPayload() {
		return new SimpleSerializedObject<>(this.payload, byte[].class, this.type, this.revision);
	}

}
