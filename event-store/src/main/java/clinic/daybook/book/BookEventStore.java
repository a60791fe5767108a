package clinic.daybook.book;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.axonframework.common.Registration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/**
 * The book as Axon sees it. Streams tell their readers of new events at once, whichever
 * process wrote them. Threads and the listening connection are there from the first
 * stream on until the store is closed, and its engine with it.
 */
public final class BookEventStore extends AbstractEventStore implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(500);

	private final BookStorageEngine engine;

	private final DataSource listenOn;

	private final Duration poll;

	private final Lock opening = new ReentrantLock();

	private volatile @Nullable Tail tail;

	private @Nullable Listener listener;

	private boolean closed;

	/**
	 * A store over an engine.
	 * @param listenOn gives the one connection that is kept for listening, to the same
	 * database as the engine's: best not from the pool that requests use
	 */
	public BookEventStore(BookStorageEngine engine, DataSource listenOn) {
		this(engine, listenOn, POLL);
	}

	BookEventStore(BookStorageEngine engine, DataSource listenOn, Duration poll) {
		super(new Parts(engine));
		this.engine = engine;
		this.listenOn = listenOn;
		this.poll = poll;
	}

	@Override
	public TrackingEventStream openStream(@Nullable TrackingToken token) {
		return new BookStream(this.engine, tail(), BookStorageEngine.positionOf(token));
	}

	/**
	 * A stream as it stood at an instant: what was recorded by then, from the last
	 * snapshot of that time on, if there is one.
	 */
	public DomainEventStream readEvents(String stream, Instant upTo) {
		return snapshot(stream, upTo)
			.map((snapshot) -> DomainEventStream.concat(DomainEventStream.of(snapshot),
					readEvents(stream, snapshot.getSequenceNumber() + 1, upTo)))
			.orElseGet(() -> readEvents(stream, 0, upTo));
	}

	private Optional<DomainEventMessage<?>> snapshot(String stream, Instant upTo) {
		try {
			return this.engine.readSnapshot(stream, upTo);
		}
		catch (RuntimeException ex) {
			return handleSnapshotReadingError(stream, ex);
		}
	}

	/**
	 * The events of a stream from a sequence on, as far as they were recorded by an
	 * instant.
	 */
	public DomainEventStream readEvents(String stream, long firstSequence, Instant upTo) {
		return this.engine.readEvents(stream, firstSequence, upTo);
	}

	private Tail tail() {
		this.opening.lock();
		try {
			if (this.closed) {
				throw new IllegalStateException("The book is closed");
			}
			Tail current = this.tail;
			if (current == null) {
				current = new Tail(this.engine, this.poll);
				this.listener = new Listener(this.listenOn, current::ringFor, current::ring);
				current.start();
				this.listener.start();
				this.tail = current;
			}
			return current;
		}
		finally {
			this.opening.unlock();
		}
	}

	@Override
	protected void afterCommit(List<? extends EventMessage<?>> events) {
		Tail current = this.tail;
		if (current != null) {
			current.ring();
		}
	}

	/**
	 * Refuses: a subscriber runs after the append, and if it failed, the caller would be
	 * told that nothing happened.
	 */
	@Override
	public Registration subscribe(Consumer<List<? extends EventMessage<?>>> subscriber) {
		throw new IllegalStateException(
				"The book has no subscribers, since one that fails would deny what is written: use a streaming processor");
	}

	@Override
	public void close() {
		this.opening.lock();
		try {
			this.closed = true;
			if (this.listener != null) {
				this.listener.close();
			}
			Tail current = this.tail;
			if (current != null) {
				current.close();
			}
		}
		finally {
			this.opening.unlock();
		}
		this.engine.close();
	}

	private static final class Parts extends Builder {

		Parts(BookStorageEngine engine) {
			storageEngine(engine);
		}

	}

}
