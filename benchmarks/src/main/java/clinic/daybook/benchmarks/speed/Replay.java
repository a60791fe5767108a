package clinic.daybook.benchmarks.speed;

import java.nio.file.Path;
import java.util.Set;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.PostgresPrograms;
import clinic.daybook.benchmarks.proof.Arguments;
import clinic.daybook.benchmarks.proof.Report;
import clinic.daybook.benchmarks.proof.RunFolder;

/**
 * How fast a whole book is read: with a handler that does nothing, beside Axon's own JDBC
 * engine with the same events, and into the read models of the application.
 */
public final class Replay {

	private static final Path FOLDER = Path.of("benchmarks", "target", "replay");

	private static final long EVENTS = 1_000_000;

	private Replay() {
	}

	public static void main(String[] words) throws Exception {
		long events = Arguments.of(words, Set.of("events")).number("events", EVENTS);
		Path folder = RunFolder.empty(FOLDER);
		Report report = new Report(System.out, folder);
		report.line("Replay: %,d events of %d doctors, on %d processors".formatted(events, ClinicHistory.DOCTORS,
				processors()));
		boolean sound;
		try (Postgres postgres = Postgres.create(PostgresPrograms.embedded(folder.resolve("postgres")),
				folder.resolve("server"))) {
			sound = new ReplayRun(events, postgres, report).run();
		}
		// Axon's store keeps threads that nobody can end.
		System.exit(sound ? 0 : 1);
	}

	private static int processors() {
		return Runtime.getRuntime().availableProcessors();
	}

}
