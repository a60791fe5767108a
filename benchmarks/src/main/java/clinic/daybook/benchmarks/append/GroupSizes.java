package clinic.daybook.benchmarks.append;

import java.util.HashMap;
import java.util.Map;

/** How many appends were written together, on average, in the latest turn. */
final class GroupSizes {

	private final Map<Workload, Double> sizes = new HashMap<>();

	void note(Workload workload, double size) {
		this.sizes.put(workload, size);
	}

	double of(Workload workload) {
		Double size = this.sizes.get(workload);
		if (size == null) {
			throw new IllegalStateException("Daybook has not had its turn");
		}
		return size;
	}

}
