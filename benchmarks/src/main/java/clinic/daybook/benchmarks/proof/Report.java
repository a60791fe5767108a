package clinic.daybook.benchmarks.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a run has to say, on the screen and in a file. */
public final class Report {

	private final PrintStream screen;

	private final Path file;

	public Report(PrintStream screen, Path folder) {
		this.screen = screen;
		this.file = folder.resolve("result.txt");
	}

	public void line(String line) {
		this.screen.println(line);
		try {
			Files.writeString(this.file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
