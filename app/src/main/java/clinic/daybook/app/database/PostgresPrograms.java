package clinic.daybook.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Runs PostgreSQL's own programs, as a user who may, with what they say in a log file.
 */
record PostgresPrograms(PostgresBinaries binaries, RunAs runAs, Path logFile) {

	private static final Pattern COMPLAINT = Pattern.compile("FATAL:|PANIC:|error:");

	private static final int SECONDS_TO_WAIT = 90;

	void run(String program, String... arguments) throws IOException {
		List<String> words = new ArrayList<>(List.of(this.binaries.path(program)));
		words.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(this.runAs.command(words)).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.logFile.toFile()));
		// What is meant for another PostgreSQL must not reach this one.
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG"));
		builder.environment().put("LC_ALL", "C");
		long logged = Files.size(this.logFile);
		Process process = builder.start();
		try {
			if (!process.waitFor(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new IOException(program + " takes too long");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(program + " was interrupted", ex);
		}
		if (process.exitValue() != 0) {
			throw new IOException(complaintAfter(logged).orElse(program + " failed"));
		}
	}

	private Optional<String> complaintAfter(long logged) throws IOException {
		byte[] log = Files.readAllBytes(this.logFile);
		return new String(log, (int) logged, log.length - (int) logged, StandardCharsets.ISO_8859_1).lines()
			.filter(COMPLAINT.asPredicate())
			.reduce((earlier, later) -> later)
			.map(String::strip);
	}

}
