package clinic.daybook.book;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Waits for the readers of the book: every processor and segment, of every process, that
 * has a token. However many wait, one thread asks, and only while somebody waits.
 * <p>
 * Axon stores a token after a batch that its processor handles something of, and else
 * only every few seconds: so each processor must handle every type of event. A processor
 * that is no more holds everybody up until its rows are deleted from
 * {@code book.token_entry}.
 */
public final class Readers {

	private static final Logger logger = LoggerFactory.getLogger(Readers.class);

	private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

	private static final long TURN_NANOS_AFTER_A_FAILURE = TimeUnit.MILLISECONDS.toNanos(100);

	/** Axon keeps its own identity among the tokens. */
	private static final String SLOWEST = """
			select coalesce(min(%s), 9223372036854775807)
			from book.token_entry
			where processor_name <> '__config'
			""".formatted(TokenPosition.SQL);

	private final JdbcTemplate jdbc;

	private final Lock lock = new ReentrantLock();

	private final Condition turn = this.lock.newCondition();

	private final List<Waiter> waiters = new ArrayList<>();

	private boolean watched;

	private volatile boolean failing;

	public Readers(DataSource dataSource) {
		this.jdbc = new JdbcTemplate(dataSource);
	}

	/**
	 * Waits until every reader has processed the event at {@code position}.
	 * @return false if the time was up before; true at once if there are no readers
	 */
	public boolean awaitAll(long position, Duration atMost) {
		Waiter waiter = new Waiter(position, new CompletableFuture<>());
		join(waiter);
		try {
			waiter.arrived().get(atMost.toNanos(), TimeUnit.NANOSECONDS);
			return true;
		}
		catch (TimeoutException | ExecutionException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			leave(waiter);
		}
	}

	/** When the first event was recorded that not every reader has processed, if any. */
	public Optional<Instant> behindSince() {
		Long slowest = this.jdbc.queryForObject(SLOWEST, Long.class);
		return (slowest == null || slowest == Long.MAX_VALUE) ? Optional.empty() : this.jdbc.query("""
				select at from book.event where position = ?
				""", (row, number) -> row.getObject("at", OffsetDateTime.class).toInstant(), Math.max(slowest, 0) + 1)
			.stream()
			.findFirst();
	}

	private void join(Waiter waiter) {
		this.lock.lock();
		try {
			this.waiters.add(waiter);
			if (!this.watched) {
				Thread.ofVirtual().name("book-readers").start(this::watch);
				this.watched = true;
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void leave(Waiter waiter) {
		this.lock.lock();
		try {
			this.waiters.remove(waiter);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void watch() {
		boolean over = false;
		try {
			while (!over) {
				over = !isStillWatched(look());
			}
		}
		finally {
			// Once over, the next watch may have begun.
			if (!over) {
				abandon();
			}
		}
	}

	private void abandon() {
		this.lock.lock();
		try {
			this.watched = false;
		}
		finally {
			this.lock.unlock();
		}
	}

	private long look() {
		try {
			Long slowest = this.jdbc.queryForObject(SLOWEST, Long.class);
			if (slowest != null) {
				tell(slowest);
			}
			this.failing = false;
			return TURN_NANOS;
		}
		catch (RuntimeException ex) {
			if (!this.failing) {
				logger.warn("How far the readers of the book are can't be told now", ex);
			}
			this.failing = true;
			return TURN_NANOS_AFTER_A_FAILURE;
		}
	}

	private void tell(long slowest) {
		this.lock.lock();
		try {
			this.waiters.stream()
				.filter((waiter) -> waiter.position() <= slowest)
				.forEach((waiter) -> waiter.arrived().complete(true));
			this.waiters.removeIf((waiter) -> waiter.position() <= slowest);
		}
		finally {
			this.lock.unlock();
		}
	}

	/** After a pause, if anybody waits; ends the watch otherwise. */
	private boolean isStillWatched(long pause) {
		this.lock.lock();
		try {
			long left = pause;
			while (!this.waiters.isEmpty() && left > 0) {
				left = this.turn.awaitNanos(left);
			}
			this.watched = !this.waiters.isEmpty();
			return this.watched;
		}
		catch (InterruptedException ex) {
			this.watched = false;
			return false;
		}
		finally {
			this.lock.unlock();
		}
	}

	private record Waiter(long position, CompletableFuture<Boolean> arrived) {
	}

}
