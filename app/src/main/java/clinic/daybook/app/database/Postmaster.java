package clinic.daybook.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a data directory names as its own. The name outlives a crash,
 * and a process id is soon given to somebody else.
 */
record Postmaster(long pid, Instant startedAt) {

	private static final Duration SAME_START = Duration.ofSeconds(10);

	static Optional<Postmaster> namedIn(Path data) throws IOException {
		try {
			List<String> lines = Files.readAllLines(file(data));
			return Optional.of(new Postmaster(Math.abs(Long.parseLong(lines.get(0).strip())),
					Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()))));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (NumberFormatException | IndexOutOfBoundsException ex) {
			// Cut short by a crash; PostgreSQL itself says what it thinks of that.
			return Optional.empty();
		}
	}

	static Path file(Path data) {
		return data.resolve("postmaster.pid");
	}

	boolean isAlive() {
		return ProcessHandle.of(this.pid).isPresent();
	}

	/**
	 * Whether that process really is a PostgreSQL on this very directory. Where the
	 * system doesn't tell the arguments (Windows), program and start have to do.
	 */
	boolean serves(Path data) {
		return ProcessHandle.of(this.pid).map(ProcessHandle::info).filter((info) -> {
			Optional<String[]> arguments = info.arguments();
			if (arguments.isPresent()) {
				return Arrays.asList(arguments.get()).contains(data.toString());
			}
			return info.command()
				.filter((command) -> Path.of(command).getFileName().toString().startsWith("postgres"))
				.isPresent()
					&& info.startInstant()
						.filter((start) -> Duration.between(start, this.startedAt).abs().compareTo(SAME_START) < 0)
						.isPresent();
		}).isPresent();
	}

}
