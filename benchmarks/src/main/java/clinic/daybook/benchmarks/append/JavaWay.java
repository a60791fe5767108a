package clinic.daybook.benchmarks.append;

import java.util.List;
import java.util.function.Predicate;

/** One that callers in Java take. */
record JavaWay(String label, Predicate<Workload> suits, Opening opening, Written written) implements Way {

	@Override
	public boolean takes(Workload workload) {
		return this.suits.test(workload);
	}

	@Override
	public Turn append(Database database, Workload workload, AppendSettings settings) throws InterruptedException {
		try (Appending appending = this.opening.open(database, workload)) {
			return Callers.call(appending, workload, settings);
		}
	}

	@Override
	public List<String> faults(Database database, Workload workload, long acknowledged) {
		return this.written.faults(database, workload, acknowledged);
	}

	@FunctionalInterface
	interface Opening {

		Appending open(Database database, Workload workload);

	}

}
