package clinic.daybook.book;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static clinic.daybook.book.TestBook.GENEROUS;
import static clinic.daybook.book.TestBook.noted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Who has read all waits until there is more, or until there is nothing to wait for. */
class WaitingTest {

	@AutoClose
	private final TestBook book = new TestBook();

	private final BookEventStore store = new BookEventStore(this.book.engine, this.book.database,
			Duration.ofMinutes(10));

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void theFirstEventIsWaitedFor() {
		EventMessage<?> first = noted("l-1", 0);
		Waiting<String> reader = new Waiting<>(() -> this.store.openStream(null).nextAvailable().getIdentifier());

		this.store.publish(first);
		assertThat(reader.result).succeedsWithin(GENEROUS).isEqualTo(first.getIdentifier());
	}

	@Test
	void whatComesAfterTheLastIsWaitedFor() {
		EventMessage<?> first = noted("l-1", 0);
		EventMessage<?> second = noted("l-2", 0);
		this.store.publish(first);
		Waiting<String> reader = new Waiting<>(() -> this.store.openStream(null)
			.asStream()
			.limit(2)
			.map(EventMessage::getIdentifier)
			.reduce("", (before, next) -> before + " " + next));

		this.store.publish(second);
		assertThat(reader.result).succeedsWithin(GENEROUS)
			.isEqualTo(" " + first.getIdentifier() + " " + second.getIdentifier());
	}

	@Test
	void whoWaitsForAWhileIsToldAtOnce() {
		TrackingEventStream stream = this.store.openStream(null);
		Waiting<Boolean> reader = new Waiting<>(() -> stream.hasNextAvailable(10, TimeUnit.MINUTES));

		this.book.append(noted("l-1", 0));
		assertThat(reader.result).succeedsWithin(GENEROUS).isEqualTo(true);
	}

	@Test
	void whoeverWaitsAtAStreamThatIsClosedIsLetGo() {
		TrackingEventStream stream = this.store.openStream(null);
		Waiting<?> reader = new Waiting<>(stream::nextAvailable);
		Waiting<Boolean> other = new Waiting<>(() -> stream.hasNextAvailable(10, TimeUnit.MINUTES));

		stream.close();
		assertThat(reader.result).failsWithin(GENEROUS)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(IllegalStateException.class);
		assertThat(other.result).succeedsWithin(GENEROUS).isEqualTo(false);
	}

	@Test
	void whoeverWaitsAtABookThatIsClosedIsLetGo() {
		TrackingEventStream stream = this.store.openStream(null);
		Waiting<?> reader = new Waiting<>(stream::nextAvailable);
		Waiting<Boolean> other = new Waiting<>(() -> stream.hasNextAvailable(10, TimeUnit.MINUTES));

		this.store.close();
		assertThat(reader.result).failsWithin(GENEROUS)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(IllegalStateException.class);
		assertThat(other.result).succeedsWithin(GENEROUS).isEqualTo(false);
	}

	@Test
	void whoeverIsInterruptedStopsWaitingAndCanReadOnLater() throws Exception {
		TrackingEventStream stream = this.store.openStream(null);
		Waiting<?> reader = new Waiting<>(stream::nextAvailable);
		Waiting<Boolean> other = new Waiting<>(() -> stream.hasNextAvailable(10, TimeUnit.MINUTES));

		reader.thread.interrupt();
		other.thread.interrupt();
		assertThat(reader.result).failsWithin(GENEROUS)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(InterruptedException.class);
		assertThat(other.result).failsWithin(GENEROUS)
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(InterruptedException.class);
		EventMessage<?> later = noted("l-1", 0);
		this.store.publish(later);
		assertThat(stream.nextAvailable().getIdentifier()).isEqualTo(later.getIdentifier());
	}

	@Test
	void whoeverWasInterruptedBeforeDoesNotWait() {
		TrackingEventStream stream = this.store.openStream(null);

		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(stream::nextAvailable);
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void whoKeepUpShareWhatWasReadOnce() throws Exception {
		try (TrackingEventStream one = this.store.openStream(null);
				TrackingEventStream other = this.store.openStream(null)) {
			this.store.publish(noted("l-1", 0));

			assertThat(one.nextAvailable()).isSameAs(other.nextAvailable());
		}
	}

	/** A thread that does something and has come to wait. */
	private static final class Waiting<T> {

		final CompletableFuture<T> result = new CompletableFuture<>();

		final Thread thread;

		Waiting(Reading<T> reading) {
			this.thread = Thread.ofPlatform().daemon().start(() -> {
				try {
					this.result.complete(reading.read());
				}
				catch (Exception ex) {
					this.result.completeExceptionally(ex);
				}
			});
			await().until(() -> this.thread.getState() == Thread.State.TIMED_WAITING);
		}

		private interface Reading<T> {

			T read() throws Exception;

		}

	}

}
