package clinic.daybook.book;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static clinic.daybook.book.TestBook.NINE;
import static clinic.daybook.book.TestBook.noted;
import static org.assertj.core.api.Assertions.assertThat;

/** What was written in words of former days is read in those of today, everywhere. */
class UpcastingTest {

	@AutoClose
	private final TestBook book = new TestBook();

	private final BookStorageEngine former = this.book
		.engine(BookSetup.of(this.book.database, BookJson.events(EventTypes.ofSealed(List.of(Former.class)))));

	@Test
	void streamsAndTheWholeBookAreReadInTodaysWords() {
		this.former.appendEvents(jotted("l-1", 0), jotted("l-1", 1));
		try (BookEventStore store = storeWith(new Renamed())) {
			assertThat(payloads(store.readEvents("l-1").asStream())).containsExactly(named("l-1/0"), named("l-1/1"));
			assertThat(payloads(store.readEvents("l-1", 1).asStream())).containsExactly(named("l-1/1"));
			assertThat(payloads(store.readEvents("l-1", NINE).asStream())).containsExactly(named("l-1/0"),
					named("l-1/1"));
		}
		assertThat(payloads(engineWith(new Renamed()).readEvents(null, false))).containsExactly(named("l-1/0"),
				named("l-1/1"));
	}

	@Test
	void readersGetTodaysWordsWhileBehindAndWhenTheyHaveCaughtUp() throws Exception {
		this.former.appendEvents(jotted("l-1", 0));
		try (BookEventStore store = storeWith(new Renamed()); TrackingEventStream stream = store.openStream(null)) {
			assertThat((Object) stream.nextAvailable().getPayload()).isEqualTo(named("l-1/0"));
			assertThat(stream.hasNextAvailable()).isFalse();
			this.former.appendEvents(jotted("l-1", 1));
			assertThat((Object) stream.nextAvailable().getPayload()).isEqualTo(named("l-1/1"));
		}
	}

	@Test
	void oneCanBecomeTwoOfOnePlace() throws Exception {
		this.book.append(noted("l-1", 0), noted("l-1", 1));
		try (BookEventStore store = storeWith((events) -> events.flatMap((event) -> Stream.of(event, event)));
				TrackingEventStream stream = store.openStream(null)) {
			assertThat(store.readEvents("l-1").asStream().map(DomainEventMessage::getSequenceNumber))
				.containsExactly(0L, 0L, 1L, 1L);
			for (long position : List.of(1L, 1L, 2L, 2L)) {
				assertThat(stream.nextAvailable().trackingToken().position()).hasValue(position);
			}
			assertThat(stream.hasNextAvailable()).isFalse();
		}
	}

	@Test
	void oneThatBecomesNothingKeepsItsPlace() throws Exception {
		this.book.append(noted("l-1", 0));
		this.former.appendEvents(jotted("l-1", 1));
		EventUpcaster dropping = (events) -> events.filter((event) -> !event.getType().getName().equals("Jotted"));
		try (BookEventStore store = storeWith(dropping); TrackingEventStream stream = store.openStream(null)) {
			DomainEventStream read = store.readEvents("l-1");
			assertThat(read.asStream()).hasSize(1);
			assertThat(read.getLastSequenceNumber()).as("where to write on").isEqualTo(1);
			assertThat(stream.nextAvailable().trackingToken().position()).hasValue(1);
			assertThat(stream.hasNextAvailable()).isFalse();

			store.publish(noted("l-1", 2));
			assertThat(stream.nextAvailable().trackingToken().position()).hasValue(3);
		}
	}

	private static DomainEventMessage<Former> jotted(String stream, long sequence) {
		return new GenericDomainEventMessage<>("Ledger", stream, sequence, new Former.Jotted(stream + "/" + sequence),
				Map.of(), UUID.randomUUID().toString(), NINE);
	}

	private static Ledger named(String text) {
		return new Ledger.Named(text);
	}

	private static List<Object> payloads(Stream<? extends EventMessage<?>> events) {
		return events.<Object>map(EventMessage::getPayload).toList();
	}

	private BookStorageEngine engineWith(EventUpcaster upcaster) {
		return this.book.engine(TestBook.setupOn(this.book.database).upcasting(upcaster));
	}

	private BookEventStore storeWith(EventUpcaster upcaster) {
		return new BookEventStore(engineWith(upcaster), this.book.database);
	}

	private sealed interface Former {

		record Jotted(String text) implements Former {
		}

	}

	/** Jotted is Named today, and its text a name. */
	private static final class Renamed extends SingleEventUpcaster {

		@Override
		protected boolean canUpcast(IntermediateEventRepresentation event) {
			return event.getType().getName().equals("Jotted");
		}

		@Override
		protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
			return event.upcastPayload(new SimpleSerializedType("Named", "1"), JsonNode.class,
					(payload) -> JsonNodeFactory.instance.objectNode().set("name", payload.get("text")));
		}

	}

}
