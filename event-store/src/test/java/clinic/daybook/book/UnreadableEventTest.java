package clinic.daybook.book;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static clinic.daybook.book.TestBook.GENEROUS;
import static clinic.daybook.book.TestBook.noted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Somebody wrote what this process can't read, for instance a newer one. It is never
 * passed over: who comes to it is told, and what stands before it is read.
 */
class UnreadableEventTest {

	@AutoClose
	private final TestBook book = new TestBook();

	private final BookStorageEngine newer = this.book
		.engine(BookSetup.of(this.book.database, BookJson.events(EventTypes.ofSealed(List.of(Newer.class)))));

	private final BookEventStore store = new BookEventStore(this.book.engine, this.book.database,
			Duration.ofMinutes(10));

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void aStreamWithOneIsReadUpToIt() {
		this.book.append(noted("l-1", 0));
		this.newer.appendEvents(of("l-1", 1, new Newer.Sealed()));

		Iterator<? extends DomainEventMessage<?>> stream = this.store.readEvents("l-1").asStream().iterator();
		assertThat(stream.next().getSequenceNumber()).isZero();
		assertThatExceptionOfType(SerializationException.class).isThrownBy(stream::next)
			.withMessageContaining("Sealed");
	}

	@Test
	void theBookIsReadUpToIt() {
		this.book.append(noted("l-1", 0));
		this.newer.appendEvents(of("l-2", 0, new Newer.Sealed()));
		this.book.append(noted("l-1", 1));

		Iterator<? extends TrackedEventMessage<?>> all = this.book.engine.readEvents(null, false).iterator();
		assertThat(all.next().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(1));
		assertThatExceptionOfType(SerializationException.class).isThrownBy(all::next);
		assertThat(this.book.engine.readEvents(new GlobalSequenceTrackingToken(2), false)).hasSize(1);
	}

	@Test
	void aReaderWhoIsBehindGetsWhatStandsBeforeItAndIsToldThen() throws Exception {
		this.book.append(noted("l-1", 0), noted("l-1", 1));
		this.newer.appendEvents(of("l-2", 0, new Newer.Sealed()));
		this.book.append(noted("l-1", 2));
		try (TrackingEventStream stream = this.store.openStream(null)) {
			assertThat(stream.nextAvailable().trackingToken().position()).hasValue(1);
			assertThat(stream.nextAvailable().trackingToken().position()).hasValue(2);
			assertThatExceptionOfType(SerializationException.class).isThrownBy(stream::hasNextAvailable);
			assertThatExceptionOfType(SerializationException.class).isThrownBy(stream::nextAvailable);
		}
	}

	@Test
	void aReaderWhoHasCaughtUpGetsWhatStandsBeforeItAndIsToldThen() throws Exception {
		try (TrackingEventStream stream = this.store.openStream(null)) {
			CountDownLatch told = new CountDownLatch(1);
			stream.setOnAvailableCallback(told::countDown);
			this.newer.appendEvents(of("l-1", 0, new Newer.Named("x")), of("l-1", 1, new Newer.Sealed()));

			assertThat(told.await(GENEROUS.toSeconds(), TimeUnit.SECONDS)).isTrue();
			assertThat(stream.nextAvailable().trackingToken().position()).hasValue(1);
			assertThatExceptionOfType(SerializationException.class).isThrownBy(stream::nextAvailable);
		}
	}

	@Test
	void aProcessThatKnowsItReadsOn() throws Exception {
		this.newer.appendEvents(of("l-1", 0, new Newer.Sealed()), of("l-1", 1, new Newer.Named("x")));
		try (BookEventStore upgraded = new BookEventStore(this.newer, this.book.database);
				TrackingEventStream stream = upgraded.openStream(null)) {
			assertThat((Object) stream.nextAvailable().getPayload()).isEqualTo(new Newer.Sealed());
			assertThat((Object) stream.nextAvailable().getPayload()).isEqualTo(new Newer.Named("x"));
		}
	}

	@Test
	void aPayloadIsReadWhenItIsAskedFor() throws Exception {
		this.newer.appendEvents(of("l-1", 0, new Newer.Noted("without an amount")));
		this.book.append(noted("l-1", 1));
		try (TrackingEventStream stream = this.store.openStream(null)) {
			TrackedEventMessage<?> first = stream.nextAvailable();
			assertThat(first.getPayloadType()).isEqualTo(Ledger.Noted.class);
			assertThat(first.getMetaData()).isEqualTo(MetaData.emptyInstance());
			assertThatExceptionOfType(SerializationException.class).isThrownBy(first::getPayload);
			assertThat(stream.nextAvailable().trackingToken().position()).as("who doesn't need it passes").hasValue(2);
		}
	}

	private static DomainEventMessage<Newer> of(String stream, long sequence, Newer payload) {
		return new GenericDomainEventMessage<>("Ledger", stream, sequence, payload);
	}

	private sealed interface Newer {

		record Sealed() implements Newer {
		}

		record Named(String name) implements Newer {
		}

		record Noted(String text) implements Newer {
		}

	}

}
