package clinic.daybook.benchmarks.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what a reader saw against what is written. */
record ReaderCheck(List<WrittenEvent> written, List<String> seen) {

	/**
	 * What it found.
	 * <ul>
	 * <li>missed: written and never seen</li>
	 * <li>duplicates: seen again</li>
	 * <li>disorder: seen after something that is further on</li>
	 * <li>phantoms: seen and not written</li>
	 * </ul>
	 */
	Findings findings() {
		Map<String, Long> positions = new HashMap<>();
		this.written.forEach((event) -> positions.put(event.eventId(), event.position()));
		Set<String> before = new HashSet<>();
		long duplicates = 0;
		long disorder = 0;
		long phantoms = 0;
		long furthest = 0;
		for (String event : this.seen) {
			Long position = positions.get(event);
			if (position == null) {
				phantoms++;
			}
			else if (!before.add(event)) {
				duplicates++;
			}
			else if (position < furthest) {
				disorder++;
			}
			else {
				furthest = position;
			}
		}
		return Findings.none()
			.and("missed", this.written.size() - before.size())
			.and("duplicates", duplicates)
			.and("disorder", disorder)
			.and("phantoms", phantoms);
	}

}
