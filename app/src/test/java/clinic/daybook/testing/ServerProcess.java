package clinic.daybook.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import clinic.daybook.app.DaybookApplication;

import static org.assertj.core.api.Assertions.assertThat;

/** A server in a process of its own, which can be stopped as no server in ours can. */
public final class ServerProcess implements AutoCloseable {

	private final Process process;

	private ServerProcess(Process process) {
		this.process = process;
	}

	/** It is not ready yet. */
	static ServerProcess started(Map<String, Object> variables, List<String> arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), DaybookApplication.class.getName()));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Redirect.appendTo(new File("target", "server-process.log")));
		variables.forEach((name, value) -> builder.environment().put(name, value.toString()));
		try {
			Process process = builder.start();
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
			return new ServerProcess(process);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** From one moment to the next, in the middle of whatever it does. */
	public void freezes() {
		signal("STOP");
	}

	/** Where it was, and knowing nothing of the time in between. */
	public void thaws() {
		signal("CONT");
	}

	/** Without a chance to say goodbye. */
	public void dies() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	private void signal(String name) {
		try {
			Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(this.process.pid())).inheritIO()
				.start();
			assertThat(kill.waitFor()).isZero();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", ex);
		}
	}

	private void awaitEnd() {
		try {
			this.process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", ex);
		}
	}

	@Override
	public void close() {
		dies();
	}

}
