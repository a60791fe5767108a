package clinic.daybook.benchmarks.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.Signals;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/** Tortures one contender, in a database of its own. */
final class TortureRun implements AutoCloseable {

	private static final int TURN_MILLIS = 20;

	/** Longer than any stall. */
	private static final Duration NO_PROGRESS = Duration.ofMinutes(4);

	/** Rather one that is busy. */
	private static final String TERMINATE = """
			select pg_terminate_backend(pid)
			from (select pid from pg_stat_activity
				where datname = current_database() and application_name in ('writer', 'reader')
				order by (state = 'active' and random() < 0.7) desc, random()
				limit 1) as unlucky
			""";

	private final Contender contender;

	private final TortureSettings settings;

	private final String name;

	private final Path folder;

	private final PGSimpleDataSource database;

	private final JdbcTemplate jdbc;

	private final WritingBackends backends;

	private final Wire wire;

	private final String readersUrl;

	private final Random random;

	private final Child[] writers = new Child[TortureSettings.PROCESSES];

	private final Map<Reader.Kind, Child> readers = new EnumMap<>(Reader.Kind.class);

	private final Map<Trouble, Integer> happened = new EnumMap<>(Trouble.class);

	TortureRun(Contender contender, TortureSettings settings, Postgres postgres, Path folder) throws IOException {
		this.contender = contender;
		this.settings = settings;
		this.name = contender.name().toLowerCase(Locale.ROOT);
		this.folder = Files.createDirectories(folder.resolve(this.name));
		this.database = postgres.createBook(this.name);
		this.jdbc = new JdbcTemplate(this.database);
		this.backends = WritingBackends.of(postgres, this.name);
		this.readersUrl = postgres.url(this.name) + "&ApplicationName=reader";
		this.wire = Wire.to(postgres.port());
		this.random = new Random(settings.seed());
		contender.createTables(this.database);
		SeenEvents.createTables(this.jdbc);
	}

	TortureResult run(Set<Trouble> kinds) throws IOException, InterruptedException, SQLException {
		long begin = System.nanoTime();
		for (int process = 0; process < this.writers.length; process++) {
			startWriters(process);
		}
		startAbsentReaders();
		List<Trouble> troubles = this.settings.troubles(kinds);
		for (int step = 0; step < troubles.size(); step++) {
			awaitProgress(this.settings.events() * (step + 1) * 9 / 10 / (troubles.size() + 1));
			// Whoever left in the step before.
			startAbsentReaders();
			happens(troubles.get(step));
			this.happened.merge(troubles.get(step), 1, Integer::sum);
		}
		for (Child process : this.writers) {
			process.call();
		}
		for (Child process : this.writers) {
			process.awaitGoodEnd();
		}
		Duration took = Duration.ofNanos(System.nanoTime() - begin);
		startAbsentReaders();
		new ReadersWait(this.jdbc).untilAllIsSeen(this.contender.written(this.jdbc).size());
		for (Child reader : this.readers.values()) {
			reader.callHome();
		}
		return result(took);
	}

	private void startWriters(int process) throws IOException {
		int each = this.settings.writers() / this.writers.length;
		WritersTask task = new WritersTask(this.contender,
				Postgres.urlAt(this.wire.port(), this.name) + WritingBackends.OF_WRITERS, this.folder,
				this.settings.seed(), process * each, each, this.settings.writers(), this.settings.skew(),
				this.settings.appends(), this.settings.streams(), this.settings.patience());
		this.writers[process] = Child.start("writers-" + process, this.folder, WritersProcess.class, task.words());
	}

	private void startAbsentReaders() throws IOException {
		for (Reader.Kind kind : Reader.Kind.values()) {
			if (!this.readers.containsKey(kind)) {
				this.readers.put(kind, Child.start("reader-" + kind, this.folder, ReaderProcess.class, kind.name(),
						this.contender.name(), this.readersUrl));
			}
		}
	}

	private void awaitProgress(long position) throws IOException, InterruptedException {
		long deadline = System.nanoTime() + NO_PROGRESS.toNanos();
		while (position() < position) {
			for (Child process : this.writers) {
				process.requireWell();
			}
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException(this.contender.label() + " makes no progress beyond " + position());
			}
			TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
		}
	}

	private long position() {
		Long position = this.jdbc.queryForObject(this.contender.progress(), Long.class);
		return (position != null) ? position : 0;
	}

	private void happens(Trouble trouble) throws IOException, InterruptedException, SQLException {
		switch (trouble) {
			case STALL -> stall(someTime());
			case LONG_STALL -> stall(this.settings.longStall());
			case LOCK -> lock(someTime());
			case LONG_LOCK -> lock(this.settings.longStall());
			case TERMINATION -> this.jdbc.queryForList(TERMINATE);
			case CUT_BEFORE_REQUEST -> cut(Wire.Cut.BEFORE_REQUEST);
			case CUT_AFTER_REQUEST -> cut(Wire.Cut.AFTER_REQUEST);
			case CUT_BEFORE_ANSWER -> cut(Wire.Cut.BEFORE_ANSWER);
			case KILLED_WRITERS -> killWriters();
			case STREAM_READER_LEAVES -> taken(Reader.Kind.STREAM).callHome();
			case PROCESSOR_READER_LEAVES -> taken(Reader.Kind.PROCESSOR).callHome();
			case STREAM_READER_KILLED -> taken(Reader.Kind.STREAM).kill();
			case PROCESSOR_READER_KILLED -> taken(Reader.Kind.PROCESSOR).kill();
		}
	}

	/** From a tenth up to the whole of the longest usual stall. */
	private Duration someTime() {
		return this.settings.stall().multipliedBy(1 + this.random.nextInt(10)).dividedBy(10);
	}

	private void stall(Duration time) throws IOException, InterruptedException {
		long process = this.backends.stopOneThatWrites();
		try {
			TimeUnit.NANOSECONDS.sleep(time.toNanos());
		}
		finally {
			Signals.goOn(process);
		}
	}

	private void lock(Duration time) throws SQLException, InterruptedException {
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute(this.contender.lock());
			TimeUnit.NANOSECONDS.sleep(time.toNanos());
			connection.rollback();
		}
	}

	private void cut(Wire.Cut how) throws InterruptedException {
		this.wire.cut(how);
		while (!this.wire.isCut()) {
			TimeUnit.MILLISECONDS.sleep(1);
		}
	}

	private void killWriters() throws IOException, InterruptedException {
		int process = this.random.nextInt(this.writers.length);
		this.writers[process].kill();
		startWriters(process);
	}

	private Child taken(Reader.Kind kind) throws IOException {
		Child reader = this.readers.remove(kind);
		if (reader == null) {
			throw new IllegalStateException("The reader has left already");
		}
		reader.requireWell();
		return reader;
	}

	private TortureResult result(Duration took) throws IOException {
		List<WrittenEvent> written = this.contender.written(this.jdbc);
		List<Journal.Attempt> attempts = Journal.readAll(this.folder);
		SeenEvents seen = new SeenEvents(this.jdbc);
		Findings findings = Findings.none();
		for (Reader.Kind kind : Reader.Kind.values()) {
			findings = findings.and(new ReaderCheck(written, seen.inOrder(kind.name())).findings());
		}
		findings = findings.and(new AppendCheck(written, attempts).findings());
		if (this.contender == Contender.DAYBOOK) {
			findings = findings.and(new BookCheck(this.database, written).findings());
		}
		return new TortureResult(findings, written.size(), Tally.of(attempts), Map.copyOf(this.happened), took);
	}

	@Override
	public void close() throws IOException {
		for (Child process : this.writers) {
			if (process != null) {
				process.kill();
			}
		}
		for (Child reader : this.readers.values()) {
			reader.kill();
		}
		this.wire.close();
	}

}
