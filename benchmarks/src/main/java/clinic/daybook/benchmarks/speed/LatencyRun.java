package clinic.daybook.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import clinic.daybook.api.EventFamilies;
import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.proof.Child;
import clinic.daybook.benchmarks.proof.Pools;
import clinic.daybook.benchmarks.proof.Report;
import clinic.daybook.book.BookEventStore;
import clinic.daybook.book.BookJson;
import clinic.daybook.book.BookSetup;
import clinic.daybook.book.BookStorageEngine;
import clinic.daybook.book.EventTypes;
import clinic.daybook.book.Lag;
import clinic.daybook.book.Lags;
import clinic.daybook.book.OwnConnections;
import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.eventhandling.DomainEventMessage;

/** One writer, and one reader after the other: in its own process and in another. */
final class LatencyRun {

	private static final Clock CLOCK = Clock.systemUTC();

	private static final int WARM_UP = 200;

	private static final int SHORTEST_PAUSE_MILLIS = 50;

	private static final int LONGEST_PAUSE_MILLIS = 150;

	private static final int TURN_MILLIS = 20;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int GOAL_IN_ONE_PROCESS = 10;

	private static final int GOAL_ACROSS_TWO = 30;

	private final Random random = new Random(1);

	private final ScheduleHistory history = ScheduleHistory.before(LocalDate.now(CLOCK), 1, 1);

	private final int samples;

	private final Path folder;

	private final String url;

	private final Lags lags;

	private final Report report;

	private boolean sound = true;

	LatencyRun(int samples, Postgres postgres, Path folder, Report report) {
		this.samples = samples;
		this.folder = folder;
		this.url = postgres.url("daybook");
		this.lags = new Lags(postgres.createBook("daybook"));
		this.report = report;
	}

	static BookEventStore book(DataSource pool, String url) {
		DataSource own = OwnConnections.to(url, null, null);
		return new BookEventStore(
				new BookStorageEngine(
						BookSetup.of(pool, BookJson.events(EventTypes.ofSealed(EventFamilies.ALL))).appendingOn(own)),
				own);
	}

	/** Whether every event was seen. */
	boolean run() throws IOException, InterruptedException {
		Samples appends = new Samples();
		inOneProcess(appends);
		acrossTwo(appends);
		this.report.line("the append itself, to its answer  %s".formatted(appends));
		return this.sound;
	}

	private void inOneProcess(Samples appends) throws InterruptedException {
		Sightings sightings = new Sightings();
		Map<String, Instant> begun;
		try (HikariDataSource pool = Pools.to(this.url, 5);
				BookEventStore book = book(pool, this.url);
				PooledReader reader = PooledReader.start("beside", book, pool, sightings)) {
			begun = append(book, reader.name(), appends);
		}
		tell("append to seen, one process", begun, sightings.all(), GOAL_IN_ONE_PROCESS);
	}

	private void acrossTwo(Samples appends) throws IOException, InterruptedException {
		Path file = this.folder.resolve("sightings");
		Map<String, Instant> begun;
		Child reader = Child.start("reader", this.folder, SightingProcess.class, "apart", this.url, file.toString());
		try (HikariDataSource pool = Pools.to(this.url, 5); BookEventStore book = book(pool, this.url)) {
			begun = append(book, "apart", appends);
		}
		reader.callHome();
		tell("append to seen, two processes", begun, Sightings.readFrom(file), GOAL_ACROSS_TWO);
	}

	/** When each append that counts was begun. */
	private Map<String, Instant> append(BookEventStore book, String reader, Samples appends)
			throws InterruptedException {
		for (int i = 0; i < WARM_UP; i++) {
			book.publish(this.history.next());
		}
		awaitCaughtUp(reader);
		Map<String, Instant> begun = new LinkedHashMap<>();
		while (begun.size() < this.samples) {
			pause();
			DomainEventMessage<?> event = this.history.next();
			Instant begin = CLOCK.instant();
			book.publish(event);
			appends.add(Duration.between(begin, CLOCK.instant()));
			begun.put(event.getIdentifier(), begin);
		}
		awaitCaughtUp(reader);
		return begun;
	}

	private void pause() throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(this.random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
	}

	private void awaitCaughtUp(String reader) throws InterruptedException {
		Instant deadline = CLOCK.instant().plus(PATIENCE);
		while (this.lags.at(CLOCK.instant()).stream().noneMatch((lag) -> isCaughtUp(lag, reader))) {
			if (CLOCK.instant().isAfter(deadline)) {
				throw new IllegalStateException(
						"The reader '" + reader + "' doesn't get to the end: see " + this.folder);
			}
			TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
		}
	}

	private static boolean isCaughtUp(Lag lag, String reader) {
		return lag.processor().equals(reader) && lag.events() == 0;
	}

	private void tell(String what, Map<String, Instant> begun, Map<String, Instant> seen, int goalMillis) {
		Samples waits = new Samples();
		begun.forEach((event, begin) -> {
			Instant sight = seen.get(event);
			if (sight != null) {
				waits.add(Duration.between(begin, sight));
			}
		});
		this.report.line("%-33s %s; goal: median <= %d ms".formatted(what, waits, goalMillis));
		if (!seen.keySet().containsAll(begun.keySet())) {
			this.sound = false;
			this.report.line("  WRONG: not every event was seen");
		}
	}

}
