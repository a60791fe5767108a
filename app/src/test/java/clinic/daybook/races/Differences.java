package clinic.daybook.races;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What two long lists don't have in common: all that anybody wants to read of them. */
record Differences(List<String> unexpected, List<String> missing) {

	static void none(String what, Collection<String> actual, Collection<String> expected) {
		Differences found = new Differences(without(actual, expected), without(expected, actual));
		assertThat(found).as(what).isEqualTo(new Differences(List.of(), List.of()));
	}

	/** Each as often as it is in there more often. */
	private static List<String> without(Collection<String> some, Collection<String> others) {
		Map<String, Integer> counts = new HashMap<>();
		others.forEach((each) -> counts.merge(each, 1, Integer::sum));
		List<String> left = new ArrayList<>();
		for (String each : some) {
			if (counts.merge(each, -1, Integer::sum) < 0) {
				left.add(each);
			}
		}
		return left;
	}

}
