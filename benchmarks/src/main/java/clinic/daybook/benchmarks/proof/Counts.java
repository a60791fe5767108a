package clinic.daybook.benchmarks.proof;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts what was counted into words. */
final class Counts {

	private Counts() {
	}

	static <K extends Enum<K>> String inWords(Map<K, ? extends Number> counts) {
		return new TreeMap<>(counts).entrySet()
			.stream()
			.map((entry) -> "%s %,d".formatted(entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
					entry.getValue().longValue()))
			.collect(Collectors.joining(", "));
	}

}
