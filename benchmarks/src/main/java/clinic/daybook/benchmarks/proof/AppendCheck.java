package clinic.daybook.benchmarks.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds what writers were told against what is written. */
record AppendCheck(List<WrittenEvent> written, List<Journal.Attempt> attempts) {

	/**
	 * What it found.
	 * <ul>
	 * <li>duplicates: appends that are written twice, by different tries</li>
	 * <li>lost: acknowledged and not written</li>
	 * <li>halves: written in part</li>
	 * <li>phantoms: refused or rolled back, and yet written; or written, and never asked
	 * for</li>
	 * </ul>
	 */
	Findings findings() {
		Set<String> unexplained = new HashSet<>();
		this.written.forEach((event) -> unexplained.add(event.eventId()));
		Set<String> standing = new HashSet<>();
		long duplicates = 0;
		long lost = 0;
		long halves = 0;
		long phantoms = 0;
		for (Journal.Attempt attempt : this.attempts) {
			List<String> found = attempt.eventIds().stream().filter(unexplained::remove).toList();
			if (!found.isEmpty() && !standing.add(attempt.journal() + attempt.number())) {
				duplicates++;
			}
			if (!found.isEmpty() && found.size() < attempt.eventIds().size()) {
				halves++;
			}
			switch (attempt.answer()) {
				case ACKNOWLEDGED -> lost += found.isEmpty() ? 1 : 0;
				case STALE, CLAIMED, UNAVAILABLE, ROLLED_BACK -> phantoms += found.isEmpty() ? 0 : 1;
				case UNKNOWN -> {
				}
			}
		}
		return Findings.none()
			.and("duplicates", duplicates)
			.and("lost", lost)
			.and("halves", halves)
			.and("phantoms", phantoms + unexplained.size());
	}

}
