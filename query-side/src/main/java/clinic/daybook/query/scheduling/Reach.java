package clinic.daybook.query.scheduling;

import java.util.Collection;
import java.util.Comparator;

import clinic.daybook.api.scheduling.Interval;

/** How far from its beginning to its end everything lies that one query is to find. */
final class Reach {

	private Reach() {
	}

	/** Over at least one interval. */
	static Interval over(Collection<Interval> each) {
		return new Interval(each.stream().map(Interval::start).min(Comparator.naturalOrder()).orElseThrow(),
				each.stream().map(Interval::end).max(Comparator.naturalOrder()).orElseThrow());
	}

}
