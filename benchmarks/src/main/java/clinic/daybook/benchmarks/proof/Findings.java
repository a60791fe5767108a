package clinic.daybook.benchmarks.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How often something was found that should not be, by what it is. */
record Findings(Map<String, Long> counts) {

	static Findings none() {
		return new Findings(Map.of());
	}

	/** Adds to what was found before. */
	Findings and(String what, long count) {
		Map<String, Long> more = new LinkedHashMap<>(this.counts);
		more.merge(what, count, Long::sum);
		return new Findings(more);
	}

	Findings and(Findings others) {
		Findings all = this;
		for (Map.Entry<String, Long> other : others.counts.entrySet()) {
			all = all.and(other.getKey(), other.getValue());
		}
		return all;
	}

	long count(String what) {
		return this.counts.getOrDefault(what, 0L);
	}

	boolean isClean() {
		return this.counts.values().stream().allMatch((count) -> count == 0);
	}

	@Override
	public String toString() {
		return this.counts.entrySet()
			.stream()
			.map((found) -> found.getKey() + "=" + found.getValue())
			.collect(Collectors.joining(" "));
	}

}
