package clinic.daybook.benchmarks.proof;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was typed after a run's name, as {@code --<setting>=<number>}. */
public record Arguments(Map<String, Long> numbers) {

	public static Arguments of(String[] words, Set<String> settings) {
		return new Arguments(Arrays.stream(words).map((word) -> word.split("=", 2)).peek((pair) -> {
			if (pair.length < 2 || !pair[0].startsWith("--") || !settings.contains(pair[0].substring(2))) {
				throw new IllegalArgumentException(
						pair[0] + " is no setting; there are " + settings.stream().sorted().toList());
			}
		}).collect(Collectors.toMap((pair) -> pair[0].substring(2), (pair) -> Long.parseLong(pair[1]))));
	}

	public long number(String setting, long otherwise) {
		return this.numbers.getOrDefault(setting, otherwise);
	}

}
