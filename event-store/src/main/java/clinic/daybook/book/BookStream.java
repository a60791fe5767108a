package clinic.daybook.book;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * One reader's way through the book: by queries while it is far behind, from the
 * {@link Tail} once it has caught up. Axon's coordinator may look into a stream from two
 * threads, hence the locks.
 */
final class BookStream implements TrackingEventStream {

	private final BookStorageEngine engine;

	private final Tail tail;

	private final Deque<TrackedEventMessage<?>> ready = new ArrayDeque<>();

	private @Nullable Iterator<? extends TrackedEventMessage<?>> catchingUp;

	/** Of the last event that was made ready. */
	private long position;

	private @Nullable Runnable callback;

	private boolean closed;

	BookStream(BookStorageEngine engine, Tail tail, long position) {
		this.engine = engine;
		this.tail = tail;
		this.position = position;
	}

	@Override
	public synchronized Optional<TrackedEventMessage<?>> peek() {
		if (this.ready.isEmpty() && !this.closed) {
			getReady();
		}
		return Optional.ofNullable(this.ready.peek());
	}

	private void getReady() {
		if (this.catchingUp == null) {
			List<TrackedEventMessage<?>> recent = this.tail.after(this.position);
			if (recent != null) {
				recent.forEach(this::add);
				return;
			}
		}
		catchUp();
	}

	private void catchUp() {
		Iterator<? extends TrackedEventMessage<?>> behind = this.catchingUp;
		// Forgotten unless all goes well: what was read is ready, and the rest is read
		// anew.
		this.catchingUp = null;
		if (behind == null) {
			behind = this.engine.readEvents(new GlobalSequenceTrackingToken(this.position), false).iterator();
		}
		try {
			while (behind.hasNext()) {
				add(behind.next());
				if (this.ready.size() >= Pages.SIZE) {
					this.catchingUp = behind;
					return;
				}
			}
		}
		catch (RuntimeException ex) {
			// It will come again once what stands before it is taken.
			if (this.ready.isEmpty()) {
				throw ex;
			}
		}
	}

	private void add(TrackedEventMessage<?> event) {
		this.ready.add(event);
		this.position = BookStorageEngine.positionOf(event.trackingToken());
	}

	@Override
	public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
		long deadline = System.nanoTime() + unit.toNanos(timeout);
		while (true) {
			long known = this.tail.newsSoFar();
			if (peek().isPresent()) {
				return true;
			}
			long left = deadline - System.nanoTime();
			if (left <= 0 || isClosed()) {
				return false;
			}
			this.tail.awaitNews(known, left);
		}
	}

	@Override
	public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
		while (true) {
			long known = this.tail.newsSoFar();
			TrackedEventMessage<?> next = poll();
			if (next != null) {
				return next;
			}
			if (isClosed()) {
				throw new IllegalStateException("The stream is closed");
			}
			this.tail.awaitNews(known, Long.MAX_VALUE);
		}
	}

	private synchronized @Nullable TrackedEventMessage<?> poll() {
		return peek().isPresent() ? this.ready.poll() : null;
	}

	private synchronized boolean isClosed() {
		return this.closed || this.tail.isClosed();
	}

	@Override
	public synchronized boolean setOnAvailableCallback(Runnable callback) {
		if (this.callback != null) {
			this.tail.forget(this.callback);
		}
		this.callback = callback;
		this.tail.onNews(callback);
		return true;
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.ready.clear();
		this.catchingUp = null;
		if (this.callback != null) {
			this.tail.forget(this.callback);
		}
		this.tail.wakeAll();
	}

}
