package clinic.daybook.benchmarks.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.Signals;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/** Kills the database again and again while many append. */
final class KillRun {

	private static final String NAME = "daybook";

	private static final int TURN_MILLIS = 5;

	private static final Duration AT_MOST = Duration.ofMinutes(2);

	private static final int STREAMS = 100;

	private final KillSettings settings;

	private final Postgres postgres;

	private final Path journals;

	KillRun(KillSettings settings, Postgres postgres, Path folder) {
		this.settings = settings;
		this.postgres = postgres;
		this.journals = folder.resolve("journals");
	}

	KillResult run() throws IOException, InterruptedException {
		PGSimpleDataSource database = this.postgres.createBook(NAME);
		// The book must not be content with that.
		new JdbcTemplate(database).execute("alter database " + NAME + " set synchronous_commit = off");
		List<Duration> silences = new ArrayList<>();
		WritersTask task = new WritersTask(Contender.DAYBOOK, this.postgres.url(NAME) + WritingBackends.OF_WRITERS,
				this.journals, this.settings.seed(), 0, this.settings.callers(), this.settings.callers(), Duration.ZERO,
				0, STREAMS, this.settings.patience());
		try (Writers writers = Writers.start(task)) {
			awaitAppends(writers, this.settings.appends());
			for (int round = 0; round < this.settings.rounds(); round++) {
				long blow = System.nanoTime();
				strike(round);
				// One may have been on its way back to its caller.
				awaitAppends(writers, 2);
				silences.add(Duration.ofNanos(System.nanoTime() - blow));
				awaitAppends(writers, this.settings.appends());
			}
			writers.callOff();
			writers.await();
		}
		List<WrittenEvent> written = Contender.DAYBOOK.written(new JdbcTemplate(database));
		List<Journal.Attempt> attempts = Journal.readAll(this.journals);
		return new KillResult(
				new AppendCheck(written, attempts).findings().and(new BookCheck(database, written).findings()),
				written.size(), Tally.of(attempts), silences);
	}

	private void strike(int round) throws IOException, InterruptedException {
		if (round % 2 == 0) {
			this.postgres.kill();
			this.postgres.start();
		}
		else {
			// PostgreSQL takes that for a crash: it ends all others and recovers.
			Signals.kill(List.of(WritingBackends.of(this.postgres, NAME).stopOneThatWrites()));
		}
	}

	/** Until every caller has been acknowledged so many more. */
	private static void awaitAppends(Writers writers, int more) throws InterruptedException {
		long[] before = writers.acknowledgedEach();
		long deadline = System.nanoTime() + AT_MOST.toNanos();
		while (!haveAll(writers.acknowledgedEach(), before, more)) {
			writers.requireWell();
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("There are callers that don't go on");
			}
			TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
		}
	}

	private static boolean haveAll(long[] now, long[] before, int more) {
		for (int caller = 0; caller < now.length; caller++) {
			if (now[caller] < before[caller] + more) {
				return false;
			}
		}
		return true;
	}

}
