package clinic.daybook.book;

import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** What is written whole or not at all: events, and what they do to claims. */
record AppendRequest(List<Entry> entries, List<ClaimChange> claimChanges) {

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

	/** Its streams and the keys of its claims. */
	Set<Object> touches() {
		Set<Object> touched = new HashSet<>();
		this.entries.forEach((entry) -> touched.add(entry.stream()));
		this.claimChanges.forEach((change) -> touched.add(new ClaimKey(change.kind(), change.key())));
		return touched;
	}

	private record ClaimKey(String kind, String key) {
	}

	// Carries bytes and is never compared.
	@SuppressWarnings("ArrayRecordComponent")
	record Entry(UUID eventId, String stream, long sequence, String streamKind, String type, String revision, String at,
			byte[] payload, byte[] metadata) {

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

}
