package clinic.daybook.benchmarks.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.daybook.benchmarks.postgres.Postgres;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Moves a book that is in use. */
final class RestoreRun {

	private static final String NAME = "daybook";

	private static final int WRITERS = 8;

	private static final int STREAMS = 100;

	private static final int TURN_MILLIS = 5;

	private static final List<String> FORBIDDEN = List.of("update book.event set type = 'Other' where position = 1",
			"delete from book.event where position = 1", "truncate book.event");

	private final long seed;

	/** About so many are made on each side. */
	private final long appends;

	private final Postgres from;

	private final Postgres into;

	private final Path folder;

	private final Report report;

	RestoreRun(long seed, long appends, Postgres from, Postgres into, Path folder, Report report) {
		this.seed = seed;
		this.appends = appends;
		this.from = from;
		this.into = into;
		this.folder = folder;
		this.report = report;
	}

	Findings run() throws IOException, InterruptedException {
		Path dump = this.folder.resolve("dump.sql");
		Set<List<String>> promised = useAndDump(dump);
		PGSimpleDataSource database = this.into.createDatabase(NAME);
		runOn(this.into, "psql", "--quiet", "--set=ON_ERROR_STOP=1", "--file=" + dump, NAME);
		JdbcTemplate jdbc = new JdbcTemplate(database);
		SeenEvents seen = new SeenEvents(jdbc);
		this.report.line(
				"           %,d events came over; the readers had seen %,d and %,d of them, and %,d appends were promised"
					.formatted(Contender.DAYBOOK.written(jdbc).size(), seen.count(Reader.Kind.STREAM.name()),
							seen.count(Reader.Kind.PROCESSOR.name()), promised.size()));
		int migrations = Flyway.configure().dataSource(database).load().migrate().migrationsExecuted;
		use();
		List<WrittenEvent> written = Contender.DAYBOOK.written(jdbc);
		this.report.line("           %,d events in the end".formatted(written.size()));
		Findings findings = Findings.none();
		for (Reader.Kind kind : Reader.Kind.values()) {
			findings = findings.and(new ReaderCheck(written, seen.inOrder(kind.name())).findings());
		}
		return findings.and(new AppendCheck(written, attempts(promised)).findings())
			.and(new BookCheck(database, written).findings())
			.and("migrations", migrations)
			.and("unprotected", unprotected(jdbc));
	}

	/** Gives what had been acknowledged when the dump began. */
	private Set<List<String>> useAndDump(Path dump) throws IOException, InterruptedException {
		SeenEvents.createTables(new JdbcTemplate(this.from.createBook(NAME)));
		Path journals = this.folder.resolve("before");
		try (Writers writers = Writers.start(task(this.from, journals, 0))) {
			Reader processor = Reader.start(Reader.Kind.PROCESSOR, Contender.DAYBOOK, this.from.url(NAME));
			Reader stream = Reader.start(Reader.Kind.STREAM, Contender.DAYBOOK, this.from.url(NAME));
			awaitAppends(writers, this.appends / 2);
			// So that the two stand at different places.
			stream.close();
			awaitAppends(writers, this.appends);
			Set<List<String>> promised = acknowledged(journals);
			runOn(this.from, "pg_dump", "--no-owner", "--file=" + dump, NAME);
			writers.callOff();
			writers.await();
			processor.close();
			return promised;
		}
		finally {
			this.from.stop();
		}
	}

	private void use() throws IOException, InterruptedException {
		try (Writers writers = Writers.start(task(this.into, this.folder.resolve("after"), WRITERS))) {
			Reader processor = Reader.start(Reader.Kind.PROCESSOR, Contender.DAYBOOK, this.into.url(NAME));
			Reader stream = Reader.start(Reader.Kind.STREAM, Contender.DAYBOOK, this.into.url(NAME));
			awaitAppends(writers, this.appends);
			writers.callOff();
			writers.await();
			JdbcTemplate jdbc = new JdbcTemplate(this.into.database(NAME));
			new ReadersWait(jdbc).untilAllIsSeen(Contender.DAYBOOK.written(jdbc).size());
			stream.close();
			processor.close();
		}
	}

	private WritersTask task(Postgres postgres, Path journals, int first) {
		return new WritersTask(Contender.DAYBOOK, postgres.url(NAME), journals, this.seed, first, WRITERS, 2 * WRITERS,
				Duration.ZERO, 0, STREAMS, Duration.ofSeconds(5));
	}

	private static void awaitAppends(Writers writers, long acknowledged) throws InterruptedException {
		while (writers.acknowledged() < acknowledged) {
			writers.requireWell();
			TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
		}
	}

	/** With the old programs, which is what somebody has who leaves them. */
	private void runOn(Postgres server, String program, String... arguments) throws IOException, InterruptedException {
		this.from.programs()
			.run(server.log(), program,
					Stream
						.concat(Stream.of("--host=127.0.0.1", "--port=" + server.port(), "--username=postgres"),
								Stream.of(arguments))
						.toArray(String[]::new));
	}

	private static Set<List<String>> acknowledged(Path journals) throws IOException {
		return Journal.readAll(journals)
			.stream()
			.filter((attempt) -> attempt.answer() == Answer.ACKNOWLEDGED)
			.map(Journal.Attempt::eventIds)
			.collect(Collectors.toSet());
	}

	/**
	 * What was acknowledged while the dump was taken may be in it or not, and what came
	 * later is gone, as with any dump.
	 */
	private List<Journal.Attempt> attempts(Set<List<String>> promised) throws IOException {
		Stream<Journal.Attempt> before = Journal.readAll(this.folder.resolve("before"))
			.stream()
			.map((attempt) -> (attempt.answer() != Answer.ACKNOWLEDGED || promised.contains(attempt.eventIds()))
					? attempt : attempt.told(Answer.UNKNOWN));
		return Stream.concat(before, Journal.readAll(this.folder.resolve("after")).stream()).toList();
	}

	/** How much of what must not be done can be done. */
	private static long unprotected(JdbcTemplate jdbc) {
		return FORBIDDEN.stream().filter((statement) -> isDone(jdbc, statement)).count();
	}

	private static boolean isDone(JdbcTemplate jdbc, String statement) {
		try {
			jdbc.execute(statement);
			return true;
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

}
