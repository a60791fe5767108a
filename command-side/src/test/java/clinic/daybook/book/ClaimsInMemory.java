package clinic.daybook.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import clinic.daybook.book.ClaimChange.Release;
import clinic.daybook.book.ClaimChange.Take;

/**
 * Claims as the book's own table keeps them: no two of a kind and key at one time, all
 * changes of an append or none, and what has expired is in nobody's way.
 */
public final class ClaimsInMemory {

	private Map<String, List<Take>> byKindAndKey = new HashMap<>();

	/**
	 * Makes all of these changes.
	 * @throws ClaimTakenException and none of them if somebody else holds what one takes
	 */
	public void apply(List<ClaimChange> changes, Instant at) {
		Map<String, List<Take>> changed = new HashMap<>(this.byKindAndKey);
		for (ClaimChange change : changes) {
			List<Take> standing = new ArrayList<>(changed.getOrDefault(place(change), List.of()));
			switch (change) {
				case Release release -> standing.removeIf((take) -> take.value().equals(release.value()));
				case Take take -> {
					standing.removeIf((other) -> isOver(other, at));
					if (standing.stream().anyMatch((other) -> excludes(other, take))) {
						throw new ClaimTakenException(take.kind(), take.key());
					}
					standing.add(take);
				}
			}
			changed.put(place(change), standing);
		}
		this.byKindAndKey = changed;
	}

	/** Those that stand at that instant. */
	public List<Take> standingAt(Instant now) {
		return this.byKindAndKey.values().stream().flatMap(List::stream).filter((take) -> !isOver(take, now)).toList();
	}

	/** Likewise, of one kind and key. */
	public List<Take> standingAt(Instant now, String kind, String key) {
		return this.byKindAndKey.getOrDefault(kind + " " + key, List.of())
			.stream()
			.filter((take) -> !isOver(take, now))
			.toList();
	}

	/** Makes the changes, says nothing if it could, and takes them back. */
	public void tryOut(List<ClaimChange> changes, Instant at) {
		Map<String, List<Take>> before = this.byKindAndKey;
		apply(changes, at);
		this.byKindAndKey = before;
	}

	private static boolean isOver(Take take, Instant now) {
		return take.expiresAt() != null && !take.expiresAt().isAfter(now);
	}

	private static boolean excludes(Take one, Take other) {
		TimeRange first = one.during();
		TimeRange second = other.during();
		return first == null || second == null
				|| first.start().isBefore(second.end()) && second.start().isBefore(first.end());
	}

	private static String place(ClaimChange change) {
		return change.kind() + " " + change.key();
	}

}
