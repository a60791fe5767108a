package clinic.daybook.benchmarks.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's own programs, of one version. */
public record PostgresPrograms(Path bin) {

	/** Where packages of Debian, Red Hat and Homebrew put a version's programs. */
	private static final List<String> USUAL_PLACES = List.of("/usr/lib/postgresql/%d/bin", "/usr/pgsql-%d/bin",
			"/opt/homebrew/opt/postgresql@%d/bin", "/usr/local/opt/postgresql@%d/bin");

	private static final int OWNER_MAY_RUN_IT = 0100;

	/** Those that Daybook brings, unpacked into a folder. */
	public static PostgresPrograms embedded(Path folder) throws IOException {
		String system = System.getProperty("os.name", "").replace("Mac OS X", "Darwin");
		try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system,
				System.getProperty("os.arch", ""));
				TarArchiveInputStream entries = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
			TarArchiveEntry entry = entries.getNextEntry();
			while (entry != null) {
				unpack(entry, entries, folder.resolve(entry.getName()).normalize());
				entry = entries.getNextEntry();
			}
		}
		return new PostgresPrograms(folder.resolve("bin"));
	}

	private static void unpack(TarArchiveEntry entry, InputStream content, Path to) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(to);
			return;
		}
		Files.createDirectories(to.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(content, to);
		if ((entry.getMode() & OWNER_MAY_RUN_IT) != 0 && !to.toFile().setExecutable(true, false)) {
			throw new IOException(to + " can't be made executable");
		}
	}

	/** Those of a version that is installed here, if it is. */
	public static Optional<PostgresPrograms> installed(int version) {
		return USUAL_PLACES.stream()
			.map((place) -> new PostgresPrograms(Path.of(place.formatted(version))))
			.filter((programs) -> Files.isExecutable(programs.path("postgres")))
			.findFirst();
	}

	/** Not everything is everywhere: Daybook brings only what a server needs. */
	public boolean have(String program) {
		return Files.isExecutable(path(program));
	}

	/** Runs one to its end, with what it says in a file. */
	public void run(Path log, String program, String... arguments) throws IOException, InterruptedException {
		int end = start(log, program, arguments).waitFor();
		if (end != 0) {
			throw new IOException(program + " ended with " + end + ": see " + log);
		}
	}

	Process start(Path log, String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(notAsRoot());
		command.add(path(program).toString());
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		// What is meant for another PostgreSQL must not reach this one.
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG"));
		builder.environment().put("LC_ALL", "C");
		return builder.start();
	}

	/**
	 * PostgreSQL refuses to run as root; in a user namespace of its own nobody is. The
	 * program takes the place of {@code unshare}, so that the process is the same.
	 */
	private static List<String> notAsRoot() {
		return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user") : List.of();
	}

	private Path path(String program) {
		return this.bin.resolve(program);
	}

}
