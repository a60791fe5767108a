package clinic.daybook.command.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

/**
 * Made-up clinics in which anything happens, each beside a model written from the
 * contract: what is answered, what becomes of everything, what is offered and what stands
 * claimed must be the same after every step.
 * <p>
 * {@code -Ddaybook.model.commands} says how many commands, {@code -Ddaybook.model.seed}
 * from which seed on.
 */
class ScheduleModelTest {

	private static final int COMMANDS_IN_A_WORLD = 400;

	private static final int COMMANDS = Integer.getInteger("daybook.model.commands", 20_000);

	private static final long SEED = Long.getLong("daybook.model.seed", 1);

	@Test
	void theClinicDoesWhatTheContractSays() {
		Map<String, Integer> seen = new TreeMap<>();
		long began = System.nanoTime();
		int done = 0;
		for (long seed = SEED; done < COMMANDS; seed++) {
			int some = Math.min(COMMANDS_IN_A_WORLD, COMMANDS - done);
			live(seed, some, seen);
			done += some;
		}
		System.out.printf("seed %d, %d commands, %d a second: %s%n", SEED, done,
				done * 1_000_000_000L / Math.max(1, System.nanoTime() - began), seen);
	}

	private static void live(long seed, int commands, Map<String, Integer> seen) {
		ModelGenerator generator = new ModelGenerator(seed);
		ModelWorld world = generator.world();
		List<ModelStep> script = new ArrayList<>();
		int done = 0;
		while (done < commands) {
			ModelStep step = generator.next();
			script.add(step);
			try {
				ModelAnswer answer = world.take(step);
				seen.merge(step.what().getClass().getSimpleName() + " " + answer.code(), 1, Integer::sum);
				done += step.isCommand() ? 1 : 0;
			}
			catch (AssertionError | RuntimeException ex) {
				throw new ModelScript(generator, script).shortest().failure(seed, ex);
			}
		}
	}

}
