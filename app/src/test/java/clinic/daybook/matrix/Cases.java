package clinic.daybook.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Visitor;
import org.junit.jupiter.api.DynamicTest;

/**
 * The cases of a row. Whoever changes something has a world of their own; all who only
 * read or are refused share one, and in the end it turns out that it is as it was.
 */
final class Cases {

	private final Row row;

	private final Supplier<World> worlds;

	private final World shared;

	private final Map<Caller, Request> rightInShared = new EnumMap<>(Caller.class);

	Cases(Row row, Supplier<World> worlds) {
		this.row = row;
		this.worlds = worlds;
		this.shared = worlds.get();
	}

	List<DynamicTest> all() {
		List<DynamicTest> cases = new ArrayList<>();
		this.row.outcomes().forEach((caller, outcome) -> cases.add(right(caller, outcome)));
		for (Other other : this.row.others()) {
			Supplier<World> world = new Once<>(this.worlds);
			for (Caller caller : other.by()) {
				cases.add(switch (other) {
					case Other.Spoilt spoilt -> spoilt(spoilt, caller);
					case Other.Situation situation ->
						situation(situation, caller, this.row.call().reads() ? world : new Once<>(this.worlds));
				});
			}
		}
		cases.add(afterAll(this.row.allowed().iterator().next()));
		return cases;
	}

	private DynamicTest right(Caller caller, Outcome outcome) {
		boolean changes = !outcome.isRefusal() && !this.row.call().reads();
		return named(caller, "", outcome.toString(), () -> {
			World world = changes ? this.worlds.get() : this.shared;
			Request request = changes ? this.row.right().in(world, caller) : rightInShared(caller);
			isRightlyAnswered(outcome, send(request, world.as(caller)));
		});
	}

	private DynamicTest spoilt(Other.Spoilt spoilt, Caller caller) {
		String blame = spoilt.blamed().isEmpty() ? "" : ", naming " + spoilt.blamed();
		return named(caller, ", " + spoilt.what(), spoilt.outcome() + blame, () -> {
			Answer answer = send(spoilt.spoils().apply(rightInShared(caller)), this.shared.as(caller));
			spoilt.outcome().isOf(answer);
			if (!spoilt.blamed().isEmpty()) {
				answer.blames(spoilt.blamed());
			}
		});
	}

	private DynamicTest situation(Other.Situation situation, Caller caller, Supplier<World> world) {
		return named(caller, ", " + situation.what(), situation.outcome().toString(), () -> {
			Request request = situation.asking().in(world.get(), caller);
			situation.outcome().isOf(send(request, world.get().as(caller)));
		});
	}

	private DynamicTest afterAll(Caller caller) {
		Outcome outcome = this.row.outcomes().get(caller);
		return named(caller, ", after all who were refused", String.valueOf(outcome),
				() -> isRightlyAnswered(outcome, send(rightInShared(caller), this.shared.as(caller))));
	}

	private void isRightlyAnswered(Outcome outcome, Answer answer) {
		outcome.isOf(answer);
		if (!outcome.isRefusal() && this.row.call().adds()) {
			answer.header("Consistency-Token");
		}
	}

	private Request rightInShared(Caller caller) {
		return this.rightInShared.computeIfAbsent(caller, (by) -> this.row.right().in(this.shared, by));
	}

	private Answer send(Request request, Visitor by) {
		return request.sent(this.row.call(), by);
	}

	/** The sentence stands in the failure too, since not every report shows names. */
	private DynamicTest named(Caller caller, String what, String outcome, Runnable checks) {
		String sentence = this.row.name() + " by " + caller + what + ": " + outcome;
		return DynamicTest.dynamicTest(sentence, () -> {
			try {
				checks.run();
			}
			catch (AssertionError ex) {
				throw new AssertionError(sentence + "\n" + ex.getMessage(), ex);
			}
		});
	}

}
