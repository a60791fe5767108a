package clinic.daybook.benchmarks.speed;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import clinic.daybook.api.DaybookEvent;
import clinic.daybook.api.EventFamilies;
import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.proof.Pools;
import clinic.daybook.benchmarks.proof.Report;
import clinic.daybook.benchmarks.proof.SpringTransactions;
import clinic.daybook.book.BookEventStore;
import clinic.daybook.book.BookJson;
import clinic.daybook.book.BookSetup;
import clinic.daybook.book.BookStorageEngine;
import clinic.daybook.book.EventTypes;
import clinic.daybook.book.Lag;
import clinic.daybook.book.Lags;
import clinic.daybook.book.OwnConnections;
import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** One book, read in each of the ways. */
final class ReplayRun {

	private static final String NAME = "daybook";

	/** The first of each reader also pays for a cold start. */
	private static final int ROUNDS = 2;

	private static final int TURN_MILLIS = 10;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final double NANOS_OF_A_SECOND = 1e9;

	private static final String APPOINTMENTS = "appointments";

	private final long events;

	private final String url;

	private final JdbcTemplate jdbc;

	private final Report report;

	private final Serializer serializer = BookJson.events(EventTypes.ofSealed(EventFamilies.ALL));

	private boolean sound = true;

	ReplayRun(long events, Postgres postgres, Report report) {
		this.events = events;
		this.jdbc = new JdbcTemplate(postgres.createDatabase(NAME));
		this.url = postgres.url(NAME);
		this.report = report;
	}

	/** Whether all that was read came to what is written. */
	boolean run() throws InterruptedException {
		// For the tables and the tokens of all projections.
		Application.start(Application.QUERY_SIDE, this.url).close();
		fill();
		withEmptyHandlers();
		intoTheAppointments();
		return this.sound;
	}

	private void fill() {
		long begin = System.nanoTime();
		try (HikariDataSource pool = Pools.to(this.url, 2); BookStorageEngine engine = engine(pool)) {
			new ClinicHistory(this.events, LocalDate.now(Clock.systemUTC())).writeTo(engine);
		}
		this.jdbc.execute("analyze book.event");
		say("written in", this.events, System.nanoTime() - begin);
	}

	private BookStorageEngine engine(HikariDataSource pool) {
		return new BookStorageEngine(
				BookSetup.of(pool, this.serializer).appendingOn(OwnConnections.to(this.url, null, null)));
	}

	private void withEmptyHandlers() throws InterruptedException {
		try (HikariDataSource pool = Pools.to(this.url, 5);
				BookEventStore book = new BookEventStore(engine(pool), OwnConnections.to(this.url, null, null))) {
			EmbeddedEventStore stock = stockWithTheSameEvents(pool);
			for (int round = 1; round <= ROUNDS; round++) {
				readAll("Daybook, empty handler, round " + round, book, pool);
				readAll("Axon JDBC, empty handler, round " + round, stock, pool);
			}
			stock.shutDown();
		}
		this.jdbc.execute("drop table domainevententry");
		this.jdbc.update("delete from book.token_entry where processor_name like '%, empty handler, %'");
	}

	private EmbeddedEventStore stockWithTheSameEvents(HikariDataSource pool) {
		JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
			.connectionProvider(new TransactionAwareDataSourceProxy(pool)::getConnection)
			.transactionManager(SpringTransactions.on(pool))
			.eventSerializer(this.serializer)
			.snapshotSerializer(this.serializer)
			.build();
		engine.createSchema(PostgresEventTableFactory.INSTANCE);
		this.jdbc.update("""
				insert into domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp,
					payloadtype, payloadrevision, payload, metadata)
				select event_id::text, stream, sequence, stream_kind,
					to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), type, revision, payload, metadata
				from book.event
				order by position
				""");
		this.jdbc.execute("analyze domainevententry");
		return EmbeddedEventStore.builder().storageEngine(engine).build();
	}

	private void readAll(String name, StreamableMessageSource<TrackedEventMessage<?>> source, HikariDataSource pool)
			throws InterruptedException {
		long head = head();
		EmptyHandler handler = new EmptyHandler(head);
		long begin = System.nanoTime();
		PooledReader reader = PooledReader.start(name, source, pool, handler);
		handler.last.await();
		say(name, head, System.nanoTime() - begin);
		reader.close();
		check(name, Map.of("events", head), Map.of("events", handler.seen.get()));
	}

	private void intoTheAppointments() throws InterruptedException {
		this.jdbc.update("""
				update book.token_entry
				set token = convert_to(json_build_object('globalIndex', ?)::text, 'UTF8'), token_type = ?
				where processor_name <> ?
				""", head(), GlobalSequenceTrackingToken.class.getName(), APPOINTMENTS);
		follow("Daybook, appointment projection");
		check("appointments by status", expectedAppointments(), appointments());
	}

	/** From where it is once it has started, so that the start is left out. */
	private void follow(String what) throws InterruptedException {
		try (Application application = Application.start(Application.QUERY_SIDE, this.url)) {
			Lags lags = application.part(Lags.class);
			long head = head();
			long from = slowest(lags);
			check("readers behind", Map.of(APPOINTMENTS, 1L), behind(lags, head));
			long begin = System.nanoTime();
			awaitAll(lags, head);
			say(what, head - from, System.nanoTime() - begin);
		}
	}

	private static void awaitAll(Lags lags, long head) throws InterruptedException {
		long reached = slowest(lags);
		long lastStep = System.nanoTime();
		while (reached < head) {
			TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
			long now = slowest(lags);
			if (now == reached && System.nanoTime() - lastStep > PATIENCE.toNanos()) {
				throw new IllegalStateException("The projections stand still at " + now);
			}
			lastStep = (now == reached) ? lastStep : System.nanoTime();
			reached = now;
		}
	}

	private static Map<String, Long> behind(Lags lags, long head) {
		return lags.at(Clock.systemUTC().instant())
			.stream()
			.filter((lag) -> lag.position() < head)
			.collect(Collectors.groupingBy(Lag::processor, Collectors.counting()));
	}

	private static long slowest(Lags lags) {
		return lags.at(Clock.systemUTC().instant()).stream().mapToLong(Lag::position).min().orElse(0);
	}

	private Map<String, Long> expectedAppointments() {
		Map<String, Long> happened = counts("select type, count(*) from book.event group by type");
		long checkedIn = happened.getOrDefault("AppointmentCheckedIn", 0L);
		long completed = happened.getOrDefault("AppointmentCompleted", 0L);
		long missed = happened.getOrDefault("AppointmentMissed", 0L);
		long cancelled = happened.getOrDefault("AppointmentCancelled", 0L);
		long booked = happened.getOrDefault("AppointmentBooked", 0L);
		Map<String, Long> expected = new TreeMap<>(
				Map.of("BOOKED", booked - cancelled - missed - checkedIn, "CANCELLED", cancelled, "CHECKED_IN",
						checkedIn - completed, "COMPLETED", completed, "NO_SHOW", missed));
		expected.values().removeIf((count) -> count == 0);
		return expected;
	}

	private Map<String, Long> appointments() {
		return counts("select status, count(*) from read.appointment group by status");
	}

	private Map<String, Long> counts(String query) {
		Map<String, Long> counts = new TreeMap<>();
		this.jdbc.query(query, (row) -> {
			counts.put(row.getString(1), row.getLong(2));
		});
		return counts;
	}

	private long head() {
		return List.copyOf(this.jdbc.queryForList("select position from book.head", Long.class)).getFirst();
	}

	private void check(String what, Map<String, Long> expected, Map<String, Long> found) {
		if (expected.equals(found)) {
			this.report.line("  as written: %s %s".formatted(what, found));
		}
		else {
			this.sound = false;
			this.report.line("  WRONG: %s should be %s and are %s".formatted(what, expected, found));
		}
	}

	private void say(String what, long count, long nanos) {
		this.report.line("%-36s %,9d events in %6.1f s: %,9.0f events/s".formatted(what, count,
				Duration.ofNanos(nanos).toMillis() / 1000.0, count * NANOS_OF_A_SECOND / nanos));
	}

	/** It counts, so that its end can be told; and that is all. */
	static final class EmptyHandler {

		private final long head;

		private final CountDownLatch last = new CountDownLatch(1);

		private final AtomicLong seen = new AtomicLong();

		EmptyHandler(long head) {
			this.head = head;
		}

		@EventHandler
		void on(DaybookEvent event, TrackingToken token) {
			this.seen.incrementAndGet();
			if (token.position().orElse(0) >= this.head) {
				this.last.countDown();
			}
		}

	}

}
