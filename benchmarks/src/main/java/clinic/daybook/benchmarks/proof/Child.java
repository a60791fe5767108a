package clinic.daybook.benchmarks.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process that we have started, with what it says in a file. Its standard input
 * ends when it is called home, or when we are no more.
 */
final class Child {

	private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
			"-DLOG_LEVEL=info", "-XX:+IgnoreUnrecognizedVMOptions", "--enable-native-access=ALL-UNNAMED",
			"--sun-misc-unsafe-memory-access=allow");

	private final String name;

	private final Path log;

	private final Process process;

	private Child(String name, Path log, Process process) {
		this.name = name;
		this.log = log;
		this.process = process;
	}

	static Child start(String name, Path folder, Class<?> main, String... words) throws IOException {
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

	/** For the child: comes back when it is called home. */
	static void awaitCall() {
		try {
			int said = 0;
			while (said >= 0) {
				said = System.in.read();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** It gets to tidy up. */
	void callHome() throws IOException, InterruptedException {
		this.process.getOutputStream().close();
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
