package clinic.daybook.benchmarks.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process that we have started, with what it says in a file. It listens on its
 * standard input, which ends when we are no more.
 */
public final class Child {

	private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
			"-DLOG_LEVEL=info", "-XX:+IgnoreUnrecognizedVMOptions", "--enable-native-access=ALL-UNNAMED",
			"--sun-misc-unsafe-memory-access=allow");

	private static final int CALL = '!';

	private final String name;

	private final Path log;

	private final Process process;

	private Child(String name, Path log, Process process) {
		this.name = name;
		this.log = log;
		this.process = process;
	}

	public static Child start(String name, Path folder, Class<?> main, String... words) throws IOException {
		Path log = folder.resolve(name + ".log");
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(OPTIONS);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(words));
		return new Child(name, log,
				new ProcessBuilder(command).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
					.start());
	}

	/** For the child: ends it with its parent, unless it is called home before. */
	public static void awaitCall() {
		try {
			if (System.in.read() != CALL) {
				Runtime.getRuntime().halt(1);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** So that it comes to its end by itself. */
	void call() throws IOException {
		try (OutputStream input = this.process.getOutputStream()) {
			input.write(CALL);
		}
	}

	/** It gets to tidy up. */
	public void callHome() throws IOException, InterruptedException {
		call();
		awaitGoodEnd();
	}

	/** It doesn't. */
	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	void awaitGoodEnd() throws IOException, InterruptedException {
		if (!this.process.waitFor(5, TimeUnit.MINUTES)) {
			throw new IllegalStateException(this.name + " doesn't come to an end: see " + this.log);
		}
		requireWell();
	}

	/** Fails if it has ended in another way than it should. */
	void requireWell() throws IOException {
		if (!this.process.isAlive() && this.process.exitValue() != 0) {
			throw new IllegalStateException(
					this.name + " ended with " + this.process.exitValue() + ":\n" + Files.readString(this.log));
		}
	}

}
