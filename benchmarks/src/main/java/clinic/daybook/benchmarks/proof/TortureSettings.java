package clinic.daybook.benchmarks.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * How hard the torture is.
 *
 * @param seed decides what is written and what goes wrong when; how the processes meet
 * remains chance
 * @param appends of each writer, at least: none ends before the last trouble is over
 * @param skew of the clocks, in both directions
 * @param rounds how often each trouble happens, but for those that happen once
 * @param stall the longest of the usual stalls
 * @param longStall the one stall and the one lock that are out of the usual
 * @param patience of the book with the database
 */
record TortureSettings(long seed, int writers, int appends, int streams, Duration skew, int rounds, Duration stall,
		Duration longStall, Duration patience) {

	static final int PROCESSES = 2;

	static final TortureSettings FULL = new TortureSettings(0, 16, 5000, 200, Duration.ofMinutes(2), 8,
			Duration.ofSeconds(3), Duration.ofSeconds(65), Duration.ofSeconds(5));

	static final TortureSettings SHORT = new TortureSettings(0, 8, 100, 20, Duration.ofMinutes(2), 1,
			Duration.ofMillis(300), Duration.ofMillis(900), Duration.ofMillis(400));

	static TortureSettings of(Arguments arguments, long anySeed) {
		return new TortureSettings(arguments.number("seed", anySeed), FULL.writers,
				(int) arguments.number("appends", FULL.appends), FULL.streams, FULL.skew,
				(int) arguments.number("rounds", FULL.rounds), FULL.stall,
				Duration.ofSeconds(arguments.number("long-stall", FULL.longStall.toSeconds())), FULL.patience);
	}

	/** What goes wrong, in order; evenly spread over the run. */
	List<Trouble> troubles(Set<Trouble> kinds) {
		List<Trouble> troubles = new ArrayList<>();
		for (Trouble kind : Trouble.values()) {
			if (kinds.contains(kind)) {
				troubles.addAll(Collections.nCopies(Trouble.ONCE.contains(kind) ? 1 : this.rounds, kind));
			}
		}
		Collections.shuffle(troubles, new Random(this.seed));
		return troubles;
	}

	/** About so many are written at least. */
	long events() {
		return 2L * this.writers * this.appends;
	}

}
