package clinic.daybook.benchmarks.proof;

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.PostgresPrograms;

/**
 * The database is killed under many callers. What it acknowledged must be there when it
 * is back, and the callers must go on without being helped.
 */
public final class Kill {

	private static final Path FOLDER = Path.of("benchmarks", "target", "kill");

	private Kill() {
	}

	public static void main(String[] words) throws Exception {
		KillSettings settings = KillSettings.of(Arguments.of(words, Set.of("seed", "callers", "rounds", "appends")),
				new Random().nextInt(1_000_000));
		Path folder = RunFolder.empty(FOLDER);
		Report report = new Report(System.out, folder);
		report.line("Kill, seed %d: %d callers, %d blows, by turns to the whole server and to one process of it"
			.formatted(settings.seed(), settings.callers(), settings.rounds()));
		try (Postgres postgres = Postgres.create(PostgresPrograms.embedded(folder.resolve("postgres")),
				folder.resolve("server"))) {
			KillResult result = new KillRun(settings, postgres, folder).run();
			result.printTo(report);
			if (!result.findings().isClean()) {
				report.line("The book did not keep its word: seed %d, see %s".formatted(settings.seed(), folder));
				System.exit(1);
			}
		}
	}

}
