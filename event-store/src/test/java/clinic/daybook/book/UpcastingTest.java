package clinic.daybook.book;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.SerializationException;
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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

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

	/** Where the tail hands on what it has so far is between the halves of one. */
	@Test
	void theTwoComeTogetherHoweverManyArriveAtOnce() throws Exception {
		int many = Tail.KEPT / 2 + 10;
		EventUpcaster doubling = (events) -> events
			.flatMap((event) -> isFirst(event) ? Stream.of(event) : Stream.of(event, event));
		List<Long> seen = new CopyOnWriteArrayList<>();
		try (BookEventStore store = storeWith(doubling); TrackingEventStream stream = store.openStream(null)) {
			assertThat(stream.hasNextAvailable()).isFalse();
			stream.setOnAvailableCallback(() -> takeAll(stream, seen));
			this.book.appendMany("l-1", many);

			List<Long> all = LongStream.rangeClosed(1, 2L * many - 1).map((half) -> half / 2 + 1).boxed().toList();
			await().untilAsserted(() -> assertThat(seen).isEqualTo(all));
		}
	}

	@Test
	void ofTwoThatCannotBothBeReadNeitherIsHandedOut() throws Exception {
		try (BookEventStore store = storeWith(UpcastingTest::intoOneThatNobodyKnows);
				TrackingEventStream caughtUp = store.openStream(null)) {
			CountDownLatch told = new CountDownLatch(1);
			caughtUp.setOnAvailableCallback(told::countDown);
			this.book.append(noted("l-1", 0), noted("l-1", 1));
			assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();

			assertThat(caughtUp.nextAvailable().trackingToken().position()).hasValue(1);
			assertThatExceptionOfType(SerializationException.class).isThrownBy(caughtUp::nextAvailable);
			assertThatExceptionOfType(SerializationException.class).isThrownBy(caughtUp::nextAvailable);
			try (TrackingEventStream behind = store.openStream(null)) {
				assertThat(behind.nextAvailable().trackingToken().position()).hasValue(1);
				assertThatExceptionOfType(SerializationException.class).isThrownBy(behind::nextAvailable);
				assertThatExceptionOfType(SerializationException.class).isThrownBy(behind::nextAvailable);
			}
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

	private static boolean isFirst(IntermediateEventRepresentation event) {
		return event.getSequenceNumber().orElseThrow() == 0;
	}

	private static Stream<IntermediateEventRepresentation> intoOneThatNobodyKnows(
			Stream<IntermediateEventRepresentation> events) {
		return events.flatMap((event) -> isFirst(event) ? Stream.of(event) : Stream.of(event,
				event.upcastPayload(new SimpleSerializedType("Unheard", "1"), JsonNode.class, (payload) -> payload)));
	}

	private static void takeAll(TrackingEventStream stream, List<Long> positions) {
		try {
			while (stream.hasNextAvailable()) {
				positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
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
