package clinic.daybook.benchmarks.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.LongStream;

import clinic.daybook.book.BookStorageEngine;
import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The writers of one process, each a thread, with one store between them. */
final class Writers implements AutoCloseable {

	private final WritersTask task;

	private final HikariDataSource pool;

	private final EventStorageEngine engine;

	private final ExecutorService threads;

	private final List<Future<?>> working = new ArrayList<>();

	private final List<Journal> journals = new ArrayList<>();

	private final AtomicLongArray acknowledged;

	private volatile boolean called;

	private Writers(WritersTask task) {
		this.task = task;
		this.pool = Pools.to(task.url(), task.count());
		this.engine = task.contender().engine(this.pool, task.url(), task.patience());
		this.threads = Executors.newFixedThreadPool(task.count());
		this.acknowledged = new AtomicLongArray(task.count());
	}

	static Writers start(WritersTask task) throws IOException {
		Files.createDirectories(task.journals());
		Writers writers = new Writers(task);
		Sequences sequences = new Sequences(writers.engine);
		DataSourceTransactionManager transactions = new DataSourceTransactionManager(writers.pool);
		for (int index = 0; index < task.count(); index++) {
			int own = index;
			int number = task.first() + index;
			Journal journal = Journal.of(task.journals(), number);
			writers.journals.add(journal);
			Writer writer = new Writer(writers.engine, transactions, sequences,
					new Planner(task.seed(), number, task.streams()), journal,
					Clock.offset(Clock.systemUTC(), task.clockOffset(number)));
			writers.working.add(writers.threads.submit(() -> {
				writer.write(task.appends(), () -> !writers.called, () -> writers.acknowledged.incrementAndGet(own));
				return own;
			}));
		}
		return writers;
	}

	/** How many appends were acknowledged. */
	long acknowledged() {
		return perWriter().sum();
	}

	/** The same for the one who has the fewest. */
	long leastAcknowledged() {
		return perWriter().min().orElse(0);
	}

	long[] acknowledgedEach() {
		return perWriter().toArray();
	}

	private LongStream perWriter() {
		return LongStream.range(0, this.task.count()).map((index) -> this.acknowledged.get((int) index));
	}

	/** Fails as soon as one of them has met with a defect. */
	void requireWell() throws InterruptedException {
		for (Future<?> writer : this.working) {
			if (writer.isDone()) {
				await(writer);
			}
		}
	}

	/** Waits until all have done what they are to do. */
	void await() throws InterruptedException {
		for (Future<?> writer : this.working) {
			await(writer);
		}
	}

	private static void await(Future<?> writer) throws InterruptedException {
		try {
			writer.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A writer met with what it should not have", ex.getCause());
		}
	}

	/** Each ends once it has made all its appends. */
	void callOff() {
		this.called = true;
	}

	@Override
	public void close() throws IOException {
		this.threads.shutdownNow();
		if (this.engine instanceof BookStorageEngine book) {
			book.close();
		}
		this.pool.close();
		for (Journal journal : this.journals) {
			journal.close();
		}
	}

}
