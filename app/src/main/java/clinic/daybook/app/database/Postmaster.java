package clinic.daybook.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a data directory names as its own. The name outlives a crash,
 * and a process id is soon given to somebody else: stopping that one would be as wrong as
 * starting a second server beside the first.
 */
record Postmaster(long pid, Instant startedAt) {

	private static final Duration SAME_START = Duration.ofSeconds(5);

	enum Fate {

		GONE, RUNNING, NUMBER_TAKEN, UNCLEAR

	}

	static Optional<Postmaster> namedIn(Path data) throws IOException {
		try {
			List<String> lines = Files.readAllLines(file(data));
			return Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip()),
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

	Fate fate(Path data) {
		Optional<ProcessHandle.Info> info = ProcessHandle.of(this.pid).map(ProcessHandle::info);
		if (info.isEmpty()) {
			return Fate.GONE;
		}
		if (isZombie()) {
			return Fate.NUMBER_TAKEN;
		}
		Optional<String> program = info.get().command().or(info.get()::commandLine);
		if (program.isEmpty()) {
			return Fate.UNCLEAR;
		}
		if (!program.get().contains("postgres")) {
			return Fate.NUMBER_TAKEN;
		}
		// The start alone would do if the machine's clock were never set, the directory
		// alone if it were never moved.
		return (startedThen(info.get()) || serves(info.get(), data)) ? Fate.RUNNING : Fate.UNCLEAR;
	}

	/** Ended, but nobody asked how: in a container there is often nobody to ask. */
	private boolean isZombie() {
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(this.pid), "stat"));
			return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
		}
		catch (IOException ex) {
			return false;
		}
	}

	private boolean startedThen(ProcessHandle.Info info) {
		return info.startInstant()
			.filter((start) -> Duration.between(start, this.startedAt).abs().compareTo(SAME_START) < 0)
			.isPresent();
	}

	private static boolean serves(ProcessHandle.Info info, Path data) {
		return Arrays.stream(info.arguments().orElse(new String[0])).anyMatch((argument) -> isSame(argument, data));
	}

	private static boolean isSame(String argument, Path data) {
		try {
			return Files.isSameFile(Path.of(argument), data);
		}
		catch (IOException | InvalidPathException ex) {
			return false;
		}
	}

}
