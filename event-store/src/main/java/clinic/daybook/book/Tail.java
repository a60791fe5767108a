package clinic.daybook.book;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the end of the book once for all streams: one thread, woken by {@link #ring} and,
 * in case a ring got lost, by itself. It keeps the newest events, so that streams which
 * keep up need no query of their own, and tells them only after the events can be had.
 */
final class Tail implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Tail.class);

	static final int KEPT = 2000;

	private final BookStorageEngine engine;

	private final Duration poll;

	private final Lock lock = new ReentrantLock();

	private final Condition bell = this.lock.newCondition();

	private final Condition news = this.lock.newCondition();

	private final AtomicLong newsCount = new AtomicLong();

	private final Set<Runnable> callbacks = ConcurrentHashMap.newKeySet();

	private final Thread thread;

	/** All events after {@link #from} up to {@link #to}. */
	private final List<TrackedEventMessage<?>> recent = new ArrayList<>();

	private long from;

	private long to;

	/** Whether there is something after {@link #to} that can't be read. */
	private boolean stuck;

	private boolean rung;

	private boolean closed;

	/** Starts where the book ends now. */
	Tail(BookStorageEngine engine, Duration poll) {
		this.engine = engine;
		this.poll = poll;
		this.from = engine.headPosition();
		this.to = this.from;
		this.thread = Thread.ofPlatform().daemon().name("book-tail").unstarted(this::run);
	}

	void start() {
		this.thread.start();
	}

	/** Says that there may be something new. */
	void ring() {
		this.lock.lock();
		try {
			this.rung = true;
			this.bell.signal();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Says that the book goes up to this position. */
	void ringFor(long position) {
		this.lock.lock();
		try {
			if (position > this.to) {
				ring();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Run by the tail's thread after each arrival: it must be quick. */
	void onNews(Runnable callback) {
		this.callbacks.add(callback);
	}

	void forget(Runnable callback) {
		this.callbacks.remove(callback);
	}

	/**
	 * Null if that is too long ago to be kept, or if what comes next can't be read: who
	 * needs it has to see for himself.
	 */
	@Nullable List<TrackedEventMessage<?>> after(long position) {
		this.lock.lock();
		try {
			if (position < this.from || (this.stuck && position >= this.to)) {
				return null;
			}
			int first = this.recent.size();
			while (first > 0 && positionOf(this.recent.get(first - 1)) > position) {
				first--;
			}
			return List.copyOf(this.recent.subList(first, this.recent.size()));
		}
		finally {
			this.lock.unlock();
		}
	}

	/** To be asked before looking, and given when there is nothing to be seen. */
	long newsSoFar() {
		return this.newsCount.get();
	}

	/** Waits until there is a reason to look again, or the time is up. */
	void awaitNews(long known, long nanos) throws InterruptedException {
		this.lock.lock();
		try {
			long left = nanos;
			while (this.newsCount.get() == known && left > 0 && !this.closed) {
				left = this.news.awaitNanos(left);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Makes everybody who waits look again. */
	void wakeAll() {
		this.lock.lock();
		try {
			this.newsCount.incrementAndGet();
			this.news.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean isClosed() {
		this.lock.lock();
		try {
			return this.closed;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void run() {
		boolean failing = false;
		while (awaitRing()) {
			try {
				readOn();
				setStuck(false);
				failing = false;
			}
			catch (RuntimeException ex) {
				if (!failing && !isClosed()) {
					logger.warn("New events can't be read; trying again and again", ex);
				}
				failing = true;
				// While the database is away there is nothing to see for anybody.
				setStuck(!(ex instanceof BookUnavailableException));
			}
		}
	}

	private void setStuck(boolean stuck) {
		this.lock.lock();
		try {
			this.stuck = stuck;
		}
		finally {
			this.lock.unlock();
		}
		if (stuck) {
			tellAll();
		}
	}

	/** False once closed. */
	private boolean awaitRing() {
		this.lock.lock();
		try {
			long left = this.poll.toNanos();
			while (!this.rung && !this.closed && left > 0) {
				left = this.bell.awaitNanos(left);
			}
			this.rung = false;
			return !this.closed;
		}
		catch (InterruptedException ex) {
			return false;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Event by event, so that of what an upcaster has made of one, either all is taken or
	 * nothing: whoever has read its position never comes back for the rest.
	 */
	private void readOn() {
		List<TrackedEventMessage<?>> arrived = new ArrayList<>();
		Iterator<? extends TrackedEventMessage<?>> events = this.engine
			.readEvents(new GlobalSequenceTrackingToken(this.to), false)
			.iterator();
		try {
			while (events.hasNext()) {
				TrackedEventMessage<?> event = events.next();
				if (arrived.size() >= KEPT && positionOf(event) > positionOf(arrived.getLast())) {
					keep(arrived);
					arrived.clear();
				}
				arrived.add(event);
			}
		}
		finally {
			if (!arrived.isEmpty()) {
				keep(arrived);
			}
		}
	}

	private void keep(List<TrackedEventMessage<?>> arrived) {
		this.lock.lock();
		try {
			this.recent.addAll(arrived);
			this.to = positionOf(arrived.getLast());
			int surplus = this.recent.size() - KEPT;
			if (surplus > KEPT) {
				this.from = positionOf(this.recent.get(surplus - 1));
				this.recent.subList(0, surplus).clear();
			}
		}
		finally {
			this.lock.unlock();
		}
		tellAll();
	}

	private void tellAll() {
		wakeAll();
		this.callbacks.forEach(Tail::tell);
	}

	private static void tell(Runnable callback) {
		try {
			callback.run();
		}
		catch (RuntimeException ex) {
			logger.warn("A reader of the book could not be woken", ex);
		}
	}

	private static long positionOf(TrackedEventMessage<?> event) {
		return BookStorageEngine.positionOf(event.trackingToken());
	}

	@Override
	public void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.bell.signal();
			this.news.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

}
