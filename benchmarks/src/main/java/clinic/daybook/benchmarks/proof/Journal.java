package clinic.daybook.benchmarks.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.axonframework.eventhandling.EventMessage;

/**
 * A writer's own record of what it asked for, written before it asks, and of what it was
 * told. It outlives the writer, which can be killed at any moment: each line is handed to
 * the system at once.
 */
final class Journal implements AutoCloseable {

	private static final String ENDING = ".journal";

	private static final String ASKED = "ASKED";

	private final FileChannel file;

	private final int next;

	private Journal(FileChannel file, int next) {
		this.file = file;
		this.next = next;
	}

	static Journal of(Path folder, int writer) throws IOException {
		Path path = folder.resolve("writer-%03d%s".formatted(writer, ENDING));
		int next = Files.exists(path) ? 1 + read(path).stream().mapToInt(Attempt::number).max().orElse(-1) : 0;
		return new Journal(
				FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
				next);
	}

	/** The first append that its writer hasn't begun. */
	int next() {
		return this.next;
	}

	void asks(int number, List<? extends EventMessage<?>> events) {
		StringBuilder line = new StringBuilder(ASKED).append(' ').append(number);
		events.forEach((event) -> line.append(' ').append(event.getIdentifier()));
		write(line.toString());
	}

	/** Concerns what was asked last; the last answer counts. */
	void isTold(Answer answer) {
		write(answer.name());
	}

	private void write(String line) {
		try {
			ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
			while (bytes.hasRemaining()) {
				this.file.write(bytes);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Everything that all writers asked for. */
	static List<Attempt> readAll(Path folder) throws IOException {
		List<Attempt> attempts = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(ENDING)).sorted().toList()) {
				attempts.addAll(read(file));
			}
		}
		return attempts;
	}

	private static List<Attempt> read(Path file) throws IOException {
		List<Attempt> attempts = new ArrayList<>();
		for (String line : wholeLines(Files.readString(file, StandardCharsets.US_ASCII))) {
			List<String> words = List.of(line.split(" "));
			if (words.getFirst().equals(ASKED)) {
				attempts.add(new Attempt(file.getFileName().toString(), Integer.parseInt(words.get(1)),
						words.subList(2, words.size()), Answer.UNKNOWN, 0));
			}
			else {
				attempts.add(attempts.removeLast().told(Answer.valueOf(line)));
			}
		}
		return attempts;
	}

	/** The last one may just be being written. */
	private static List<String> wholeLines(String text) {
		return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

	/**
	 * One try of an append.
	 *
	 * @param journal whose
	 * @param number of the append; each new try of it has new events
	 * @param answer the last that was given
	 * @param unknown how often it was told that nobody knows
	 */
	record Attempt(String journal, int number, List<String> eventIds, Answer answer, int unknown) {

		Attempt told(Answer told) {
			return new Attempt(this.journal, this.number, this.eventIds, told,
					(told == Answer.UNKNOWN) ? this.unknown + 1 : this.unknown);
		}

	}

}
