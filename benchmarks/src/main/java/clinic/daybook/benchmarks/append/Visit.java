package clinic.daybook.benchmarks.append;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.book.BookJson;
import clinic.daybook.book.ClaimChange;
import clinic.daybook.book.EventTypes;
import clinic.daybook.book.TimeRange;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;

/** What is appended: about as large as an appointment with who asked for it. */
sealed interface Visit {

	String STREAM_KIND = "visit";

	String CLAIM_KIND = "room";

	Instant FIRST_START = Instant.parse("2030-01-01T00:00:00Z");

	Duration LENGTH = Duration.ofMinutes(30);

	record VisitBooked(String visitId, String visitorId, String room, Instant start, Instant end) implements Visit {
	}

	static Serializer serializer() {
		return BookJson.events(EventTypes.ofSealed(List.of(Visit.class)));
	}

	/** The next one of a stream; each has a time of its own. */
	static DomainEventMessage<VisitBooked> booked(String stream, long sequence) {
		Instant start = FIRST_START.plus(LENGTH.multipliedBy(sequence));
		VisitBooked visit = new VisitBooked(UUID.randomUUID().toString(), UUID.randomUUID().toString(), stream, start,
				start.plus(LENGTH));
		return new GenericDomainEventMessage<>(STREAM_KIND, stream, sequence, visit,
				MetaData.from(Map.of("actor", visit.visitorId(), "correlationId", visit.visitId())));
	}

	static List<ClaimChange> claimsOf(DomainEventMessage<?> event) {
		return switch ((Visit) event.getPayload()) {
			case VisitBooked visit -> List.of(new ClaimChange.Take(CLAIM_KIND, visit.room(),
					new TimeRange(visit.start(), visit.end()), visit.visitId()));
		};
	}

}
