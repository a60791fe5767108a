package clinic.daybook.benchmarks.proof;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.PostgresPrograms;

/**
 * A book moves from PostgreSQL 15 to the one that Daybook brings, by a dump that is taken
 * while it is written and read. Readers go on from the tokens they had in it.
 */
public final class Restore {

	private static final Path FOLDER = Path.of("benchmarks", "target", "restore");

	private static final int OLD = 15;

	private static final int APPENDS = 4000;

	private Restore() {
	}

	public static void main(String[] words) throws Exception {
		Arguments arguments = Arguments.of(words, Set.of("seed", "appends"));
		long seed = arguments.number("seed", new Random().nextInt(1_000_000));
		Path folder = RunFolder.empty(FOLDER);
		Report report = new Report(System.out, folder);
		Optional<PostgresPrograms> old = PostgresPrograms.installed(OLD);
		if (old.isEmpty()) {
			report.line("Restore: SKIPPED, there is no PostgreSQL %d here (Debian has it as postgresql-%d)"
				.formatted(OLD, OLD));
			return;
		}
		report.line("Restore, seed %d: from PostgreSQL %d into the one that Daybook brings".formatted(seed, OLD));
		try (Postgres from = Postgres.create(old.get(), folder.resolve("old-server"));
				Postgres into = Postgres.create(PostgresPrograms.embedded(folder.resolve("postgres")),
						folder.resolve("new-server"))) {
			Findings findings = new RestoreRun(seed, arguments.number("appends", APPENDS), from, into, folder, report)
				.run();
			report.line(Contender.DAYBOOK.label() + "  " + findings);
			if (!findings.isClean()) {
				report.line("The book did not survive it: seed %d, see %s".formatted(seed, folder));
				System.exit(1);
			}
		}
	}

}
