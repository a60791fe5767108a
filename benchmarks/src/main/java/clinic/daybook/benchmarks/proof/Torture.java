package clinic.daybook.benchmarks.proof;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.PostgresPrograms;

/**
 * Many writers in two processes, clocks that differ by minutes, and everything that can
 * go wrong between them, the database and two readers. The control is Axon's own JDBC
 * engine under the same clocks and stalls.
 */
public final class Torture {

	private static final Path FOLDER = Path.of("benchmarks", "target", "torture");

	private Torture() {
	}

	public static void main(String[] words) throws Exception {
		TortureSettings settings = TortureSettings.of(
				Arguments.of(words, Set.of("seed", "appends", "rounds", "long-stall")),
				new Random().nextInt(1_000_000));
		Path folder = RunFolder.empty(FOLDER);
		Report report = new Report(System.out, folder);
		report.line("Torture, seed %d: %d writers x %,d appends over %d streams from %d processes, clocks %+d to %+d s"
			.formatted(settings.seed(), settings.writers(), settings.appends(), settings.streams(),
					TortureSettings.PROCESSES, -settings.skew().toSeconds(), settings.skew().toSeconds()));
		try (Postgres postgres = Postgres.create(PostgresPrograms.embedded(folder.resolve("postgres")),
				folder.resolve("server"))) {
			TortureResult daybook = run(Contender.DAYBOOK, settings, postgres, folder, EnumSet.allOf(Trouble.class));
			daybook.printTo(report, Contender.DAYBOOK.label());
			TortureResult control = run(Contender.AXON_JDBC, settings, postgres, folder, Trouble.OF_CONTROL);
			control.printTo(report, Contender.AXON_JDBC.label());
			if (!daybook.findings().isClean()) {
				report.line("The book did not keep its word: seed %d, see %s".formatted(settings.seed(), folder));
				System.exit(1);
			}
			if (control.findings().count("missed") == 0) {
				report.line("The control missed nothing, so this run proves nothing");
				System.exit(2);
			}
		}
	}

	static TortureResult run(Contender contender, TortureSettings settings, Postgres postgres, Path folder,
			Set<Trouble> kinds) throws Exception {
		try (TortureRun run = new TortureRun(contender, settings, postgres, folder)) {
			return run.run(kinds);
		}
	}

}
