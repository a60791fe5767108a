package clinic.daybook.book;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends for all threads of a process: one thread, on one connection of its own, sends
 * what has come in while it was busy, in one call and one commit. An append that comes
 * alone is sent at once.
 * <p>
 * What was certainly not written is sent again for as long as there is time. So is what
 * may have been written, since the book knows the events by their ids; but if it has no
 * time left, its caller is told that the outcome is unknown.
 */
final class Appender implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Appender.class);

	private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

	private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

	private final DataSource dataSource;

	private final AppendLimits limits;

	private final AppendQueue queue;

	private final Lock starting = new ReentrantLock();

	private @Nullable Thread thread;

	private volatile @Nullable AppendSession session;

	private AppendSession.@Nullable Backend lost;

	private long pause = FIRST_PAUSE_NANOS;

	Appender(DataSource dataSource, AppendLimits limits) {
		this.dataSource = dataSource;
		this.limits = limits;
		this.queue = new AppendQueue(limits);
	}

	/**
	 * Waits until it is judged.
	 * @throws BookUnavailableException if it isn't in time
	 */
	Outcome append(AppendRequest request) {
		PendingAppend append = new PendingAppend(request, this.limits.patience());
		this.queue.add(append);
		start();
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return append.await();
				}
				catch (TimeoutException ex) {
					if (this.queue.withdraw(append)) {
						append.giveUp("The book was too busy");
					}
					else {
						append.giveUpUnderWay();
					}
				}
				catch (InterruptedException ex) {
					// What is under way is not stopped by that; its answer is near.
					interrupted = true;
					if (this.queue.withdraw(append)) {
						append.giveUp("Interrupted while waiting for the book");
					}
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	int waiting() {
		return this.queue.size();
	}

	private void start() {
		this.starting.lock();
		try {
			if (this.thread == null || !this.thread.isAlive()) {
				this.thread = Thread.ofPlatform().daemon().name("book-appender").start(this::run);
			}
		}
		finally {
			this.starting.unlock();
		}
	}

	private void run() {
		try {
			while (this.queue.awaitWork() && !Thread.currentThread().isInterrupted()) {
				work();
			}
		}
		catch (InterruptedException ex) {
			logger.debug("The appender was stopped before it had finished", ex);
		}
		finally {
			this.queue.giveUp();
			drop();
		}
	}

	private void work() {
		AppendSession open;
		try {
			// First, so that nobody counts as under way who can't be sent.
			open = open();
		}
		catch (SQLException | RuntimeException | Error ex) {
			rest(ex);
			return;
		}
		List<PendingAppend> batch = this.queue.take();
		if (!batch.isEmpty()) {
			send(batch, open);
		}
	}

	private void send(List<PendingAppend> batch, AppendSession open) {
		try {
			answer(batch, open.append(batch.stream().map(PendingAppend::request).toList(), patienceOf(batch)));
		}
		catch (SQLException ex) {
			failed(batch, open, ex);
		}
		catch (RuntimeException | Error ex) {
			logger.error("An append failed on our side of the database", ex);
			batch.forEach(PendingAppend::giveUpUnderWay);
			drop();
		}
	}

	private AppendSession open() throws SQLException {
		AppendSession current = this.session;
		if (current == null) {
			current = AppendSession.open(this.dataSource, this.limits, this.lost);
			this.session = current;
			this.lost = null;
		}
		return current;
	}

	/** So that the one who has the least time left still gets an answer. */
	private Duration patienceOf(List<PendingAppend> batch) {
		return batch.stream()
			.map(PendingAppend::timeLeft)
			.min(Duration::compareTo)
			.orElse(this.limits.patience())
			.minus(this.limits.wayBack());
	}

	private void answer(List<PendingAppend> batch, List<Outcome> outcomes) {
		for (int i = 0; i < batch.size(); i++) {
			batch.get(i).answer(outcomes.get(i));
		}
		if (this.pause > FIRST_PAUSE_NANOS) {
			logger.info("The book can be written again");
			this.pause = FIRST_PAUSE_NANOS;
		}
	}

	private void failed(List<PendingAppend> batch, AppendSession open, SQLException failure) {
		if (Failures.isAnswerLost(failure) || open.isBroken()) {
			batch.forEach(PendingAppend::mayBeWritten);
			this.lost = open.backend();
			drop();
			this.queue.putBack(batch);
			rest(failure);
		}
		else if (Failures.isOverNow(failure)) {
			this.queue.putBack(batch);
		}
		else if (Failures.isPassing(failure)) {
			drop();
			this.queue.putBack(batch);
			rest(failure);
		}
		else if (batch.size() > 1) {
			batch.forEach(PendingAppend::isSuspect);
			this.queue.putBack(batch);
		}
		else {
			batch.getFirst().fail(Failures.translated(failure));
		}
	}

	private void drop() {
		AppendSession current = this.session;
		this.session = null;
		if (current != null) {
			current.close();
		}
	}

	/** Longer each time, until something succeeds. */
	private void rest(Throwable failure) {
		if (this.pause == FIRST_PAUSE_NANOS) {
			logger.warn("The book can't be written; trying again and again: {}", failure.toString());
		}
		LockSupport.parkNanos(this.pause);
		this.pause = Math.min(2 * this.pause, LONGEST_PAUSE_NANOS);
	}

	/** Sends what is waiting, as far as its time allows, and nothing more. */
	@Override
	public void close() {
		this.queue.close();
		Thread running = running();
		if (running == null) {
			return;
		}
		try {
			if (!running.join(this.limits.silence())) {
				running.interrupt();
				drop();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			running.interrupt();
			drop();
		}
	}

	private @Nullable Thread running() {
		this.starting.lock();
		try {
			return this.thread;
		}
		finally {
			this.starting.unlock();
		}
	}

}
