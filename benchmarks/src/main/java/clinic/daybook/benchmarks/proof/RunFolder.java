package clinic.daybook.benchmarks.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where a run keeps what it makes, until the next of its name begins. */
public final class RunFolder {

	private RunFolder() {
	}

	/** An empty one. */
	public static Path empty(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> old = Files.walk(folder)) {
				for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(path);
				}
			}
		}
		return Files.createDirectories(folder.toAbsolutePath());
	}

}
