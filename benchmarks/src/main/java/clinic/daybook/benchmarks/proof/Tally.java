package clinic.daybook.benchmarks.proof;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often writers were told what: each try counted once, by the last answer.
 *
 * @param nobodyKnew how often they were told that, be it found out later or not
 */
record Tally(Map<Answer, Long> told, long nobodyKnew) {

	static Tally of(List<Journal.Attempt> attempts) {
		return new Tally(
				attempts.stream().collect(Collectors.groupingBy(Journal.Attempt::answer, Collectors.counting())),
				attempts.stream().mapToLong(Journal.Attempt::unknown).sum());
	}

	@Override
	public String toString() {
		return "told: " + Counts.inWords(this.told) + "; that nobody knows yet: %,d".formatted(this.nobodyKnew);
	}

}
