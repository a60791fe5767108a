package clinic.daybook.benchmarks.proof;

import java.io.IOException;
import java.nio.file.Path;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.PostgresPrograms;

/** A server for a test, in a folder of its own below {@code target}. */
public final class Servers {

	private Servers() {
	}

	public static Path folder(String name) throws IOException {
		return RunFolder.empty(Path.of("target", name));
	}

	public static Postgres in(Path folder) throws IOException, InterruptedException {
		return Postgres.create(PostgresPrograms.embedded(folder.resolve("postgres")), folder.resolve("server"));
	}

}
