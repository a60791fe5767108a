package clinic.daybook.command.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was done in a clinic until it differed from its model, to tell it in short. */
final class ModelScript {

	private static final int PATIENCE = 3000;

	private final ModelGenerator origin;

	private final List<ModelStep> steps;

	ModelScript(ModelGenerator origin, List<ModelStep> steps) {
		this.origin = origin;
		this.steps = List.copyOf(steps);
	}

	/** Without all that can be left out. */
	ModelScript shortest() {
		List<ModelStep> kept = new ArrayList<>(this.steps);
		int tries = 0;
		for (int size = kept.size() / 2; size >= 1; size /= 2) {
			for (int from = kept.size() - 1 - size; from >= 0 && tries < PATIENCE; from -= size) {
				List<ModelStep> fewer = new ArrayList<>(kept);
				fewer.subList(from, Math.min(from + size, kept.size() - 1)).clear();
				tries++;
				if (new ModelScript(this.origin, fewer).fails()) {
					kept = fewer;
				}
			}
		}
		return new ModelScript(this.origin, kept);
	}

	/** At its last step, and not before. */
	private boolean fails() {
		ModelWorld world = new ModelWorld(this.origin.start(), this.origin.doctors());
		for (int i = 0; i < this.steps.size(); i++) {
			try {
				world.take(this.steps.get(i));
			}
			catch (AssertionError | ClassCastException | IllegalArgumentException | IllegalStateException ex) {
				return i == this.steps.size() - 1;
			}
			catch (RuntimeException ex) {
				// What this step is about was left out.
				return false;
			}
		}
		return false;
	}

	AssertionError failure(long seed, Throwable cause) {
		ModelWorld world = new ModelWorld(this.origin.start(), this.origin.doctors());
		Throwable last = cause;
		for (ModelStep step : this.steps) {
			try {
				world.take(step);
			}
			catch (AssertionError | RuntimeException ex) {
				last = ex;
			}
		}
		String script = this.steps.stream()
			.map((step) -> "  " + step.at() + "  " + step.what())
			.collect(Collectors.joining("\n"));
		return new AssertionError("-Ddaybook.model.seed=" + seed + "\n" + last.getMessage() + "\nafter\n" + script
				+ "\nthe model then:\n" + world, cause);
	}

}
