package clinic.daybook.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static clinic.daybook.book.TestBook.event;
import static clinic.daybook.book.TestBook.noted;
import static clinic.daybook.book.TestBook.reserved;
import static org.assertj.core.api.Assertions.assertThat;

class ConcurrencyTest {

	private static final int WRITERS = 8;

	private static final int APPENDS = 60;

	@AutoClose
	private final TestBook book = new TestBook();

	private final HikariDataSource pool = pooled(this.book.database);

	private final BookStorageEngine engine = this.book.engineOn(this.pool);

	private static HikariDataSource pooled(DataSource database) {
		HikariConfig config = new HikariConfig();
		config.setDataSource(database);
		config.setMaximumPoolSize(WRITERS + 1);
		return new HikariDataSource(config);
	}

	@AfterEach
	void close() {
		this.pool.close();
	}

	@Test
	void whatAReaderHasPassedNeverChanges() throws Exception {
		AtomicBoolean writing = new AtomicBoolean(true);
		try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1)) {
			Future<List<Long>> reader = threads.submit(() -> readWhile(writing));
			List<Future<?>> writers = new ArrayList<>();
			for (int writer = 0; writer < WRITERS; writer++) {
				int own = writer;
				writers.add(threads.submit(() -> write(own)));
			}
			try {
				for (Future<?> writer : writers) {
					writer.get();
				}
			}
			finally {
				writing.set(false);
			}

			assertThat(reader.get()).as("in the order it was read").isEqualTo(upTo(2 * WRITERS * APPENDS));
		}
		assertThat(new BookChain(this.book.database).verify())
			.isEqualTo(new BookChain.Walk(2 * WRITERS * APPENDS, null));
		Map<String, Long> next = new ConcurrentHashMap<>();
		this.book.all().forEach((event) -> {
			DomainEventMessage<?> inStream = (DomainEventMessage<?>) event;
			assertThat(inStream.getSequenceNumber())
				.isEqualTo(next.merge(inStream.getAggregateIdentifier(), 1L, Long::sum) - 1);
		});
	}

	/** To a stream of its own and to one that all share. */
	private void write(int writer) {
		String own = "own-" + writer;
		for (int sequence = 0; sequence < APPENDS; sequence++) {
			DomainEventMessage<?> mine = noted(own, sequence);
			boolean written = false;
			while (!written) {
				long last = this.engine.lastSequenceNumberFor("shared").orElse(-1L);
				try {
					this.engine.appendEvents(mine, noted("shared", last + 1));
					written = true;
				}
				catch (StaleStreamException ex) {
					assertThat(ex.stream()).isEqualTo("shared");
				}
			}
		}
	}

	private List<Long> readWhile(AtomicBoolean writing) {
		List<Long> seen = new ArrayList<>();
		boolean once = true;
		while (once) {
			once = writing.get();
			long last = seen.isEmpty() ? 0 : seen.getLast();
			this.engine.readEvents(new GlobalSequenceTrackingToken(last), false)
				.map(ConcurrencyTest::positionOf)
				.forEach(seen::add);
		}
		return seen;
	}

	@Test
	void ofManyWhoWantTheSameOneGetsIt() throws Exception {
		AtomicInteger won = new AtomicInteger();
		try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
			List<Future<?>> writers = new ArrayList<>();
			for (int writer = 0; writer < WRITERS; writer++) {
				int own = writer;
				writers.add(threads.submit(() -> {
					for (int hour = 0; hour < 10; hour++) {
						try {
							this.engine.appendEvents(event("w-%d-%d".formatted(own, hour), 0,
									reserved("ann", 60 * hour, 60 * hour + 45 + own, "w" + own)));
							won.incrementAndGet();
						}
						catch (ClaimTakenException ex) {
							assertThat(ex.key()).isEqualTo("ann");
						}
					}
				}));
			}
			for (Future<?> writer : writers) {
				writer.get();
			}
		}
		assertThat(won).hasValue(10);
		assertThat(this.book.count("claim")).isEqualTo(10);
		assertThat(this.book.all()).hasSize(10);
	}

	private static long positionOf(TrackedEventMessage<?> event) {
		return event.trackingToken().position().orElseThrow();
	}

	private static List<Long> upTo(long last) {
		List<Long> positions = new ArrayList<>();
		for (long position = 1; position <= last; position++) {
			positions.add(position);
		}
		return positions;
	}

}
