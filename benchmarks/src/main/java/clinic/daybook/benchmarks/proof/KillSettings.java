package clinic.daybook.benchmarks.proof;

import java.time.Duration;

/**
 * How the database is killed.
 *
 * @param rounds how often; by turns the whole server and one process of it
 * @param appends that every caller has to make between two blows
 */
record KillSettings(long seed, int callers, int rounds, int appends, Duration patience) {

	static final KillSettings FULL = new KillSettings(0, 32, 10, 100, Duration.ofSeconds(5));

	static final KillSettings SHORT = new KillSettings(0, 8, 2, 15, Duration.ofSeconds(5));

	static KillSettings of(Arguments arguments, long anySeed) {
		return new KillSettings(arguments.number("seed", anySeed), (int) arguments.number("callers", FULL.callers),
				(int) arguments.number("rounds", FULL.rounds), (int) arguments.number("appends", FULL.appends),
				FULL.patience);
	}

}
