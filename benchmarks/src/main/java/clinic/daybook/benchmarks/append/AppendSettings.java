package clinic.daybook.benchmarks.append;

import java.time.Duration;
import java.util.List;

import clinic.daybook.benchmarks.proof.Arguments;

/**
 * How long it is measured.
 *
 * @param rounds in each of which every way has its turn with every workload
 * @param warmUp before what is counted, each time
 * @param counted time of each turn
 * @param callers the numbers of callers
 */
record AppendSettings(int rounds, Duration warmUp, Duration counted, List<Integer> callers) {

	static final int MOST_CALLERS = 64;

	static final AppendSettings FULL = new AppendSettings(3, Duration.ofMillis(500), Duration.ofSeconds(1),
			List.of(1, 8, MOST_CALLERS));

	/** Says whether it works, and nothing of how fast it is. */
	static final AppendSettings SHORT = new AppendSettings(1, Duration.ofMillis(50), Duration.ofMillis(150),
			List.of(4));

	static AppendSettings of(Arguments arguments) {
		return new AppendSettings((int) arguments.number("rounds", FULL.rounds),
				Duration.ofMillis(arguments.number("warm-up-millis", FULL.warmUp.toMillis())),
				Duration.ofMillis(arguments.number("millis", FULL.counted.toMillis())), callers(arguments));
	}

	/** All numbers of callers, unless one is asked for. */
	private static List<Integer> callers(Arguments arguments) {
		int asked = (int) arguments.number("callers", 0);
		return (asked > 0) ? List.of(asked) : FULL.callers;
	}

	List<Workload> workloads() {
		return List.of(false, true)
			.stream()
			.flatMap((claims) -> this.callers.stream().map((number) -> new Workload(number, claims)))
			.toList();
	}

}
