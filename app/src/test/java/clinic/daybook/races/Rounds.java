package clinic.daybook.races;

import java.util.function.IntConsumer;

/**
 * How often each race is run: {@code -Ddaybook.races.rounds=1000} for longer than a build
 * may take.
 */
final class Rounds {

	private static final int COUNT = Integer.getInteger("daybook.races.rounds", 20);

	private Rounds() {
	}

	/** The first is round 0. */
	static void of(IntConsumer race) {
		for (int round = 0; round < COUNT; round++) {
			race.accept(round);
		}
	}

}
