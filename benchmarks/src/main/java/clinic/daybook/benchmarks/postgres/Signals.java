package clinic.daybook.benchmarks.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Signals to processes, ours and PostgreSQL's. */
public final class Signals {

	private Signals() {
	}

	/** From now on it does nothing. */
	public static void stop(long process) throws IOException, InterruptedException {
		send("-STOP", List.of(process));
	}

	/** Ends {@link #stop}. */
	public static void goOn(long process) throws IOException, InterruptedException {
		send("-CONT", List.of(process));
	}

	/** None of them gets to tidy up. */
	public static void kill(List<Long> processes) throws IOException, InterruptedException {
		send("-KILL", processes);
	}

	static void interrupt(long process) throws IOException, InterruptedException {
		send("-INT", List.of(process));
	}

	/** One that has ended by now is none of our business. */
	private static void send(String signal, List<Long> processes) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("kill", signal));
		processes.forEach((process) -> command.add(Long.toString(process)));
		new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.waitFor();
	}

}
