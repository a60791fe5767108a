package clinic.daybook.benchmarks.speed;

import java.nio.file.Path;
import java.util.Set;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.PostgresPrograms;
import clinic.daybook.benchmarks.proof.Arguments;
import clinic.daybook.benchmarks.proof.Report;
import clinic.daybook.benchmarks.proof.RunFolder;

/**
 * How soon a pooled processor sees what was appended, on a machine with nothing to do.
 */
public final class Latency {

	private static final Path FOLDER = Path.of("benchmarks", "target", "latency");

	private static final int SAMPLES = 300;

	private Latency() {
	}

	public static void main(String[] words) throws Exception {
		int samples = (int) Arguments.of(words, Set.of("samples")).number("samples", SAMPLES);
		Path folder = RunFolder.empty(FOLDER);
		Report report = new Report(System.out, folder);
		report.line("Latency: %d appends, one at a time, with pauses".formatted(samples));
		boolean sound;
		try (Postgres postgres = Postgres.create(PostgresPrograms.embedded(folder.resolve("postgres")),
				folder.resolve("server"))) {
			sound = new LatencyRun(samples, postgres, folder, report).run();
		}
		System.exit(sound ? 0 : 1);
	}

}
