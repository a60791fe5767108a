package clinic.daybook.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import clinic.daybook.testing.Json;

/**
 * One call: what comes of a right request for each kind of caller, and what else for
 * those who may call it.
 *
 * @param changesWhoAsks whether the callers themselves are other people afterwards
 */
record Row(String name, Call call, Map<Caller, Outcome> outcomes, Asking right, List<Other> others,
		boolean changesWhoAsks) {

	private static final String UNKNOWN = "colour";

	Row {
		outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
		if (!outcomes.keySet().equals(EnumSet.allOf(Caller.class))) {
			throw new IllegalArgumentException(name + " says nothing of some callers: " + outcomes);
		}
	}

	Set<Caller> allowed() {
		Set<Caller> allowed = EnumSet.noneOf(Caller.class);
		this.outcomes.forEach((caller, outcome) -> {
			if (!outcome.isRefusal()) {
				allowed.add(caller);
			}
		});
		return allowed;
	}

	/** Who asks is made anew as well. */
	Row changingWhoAsks() {
		return new Row(this.name, this.call, this.outcomes, this.right, this.others, true);
	}

	/** What the contract says of every call: ids are UUIDs, parameters are known. */
	Row strict() {
		Row row = blames(UNKNOWN, "with an unknown parameter", (request) -> request.asking(UNKNOWN + "=red"));
		for (int i = 0; i < this.call.places(); i++) {
			int place = i;
			row = row.refuses("400", "with a malformed id", (request) -> with(request, place, "17"))
				.refuses("404", "with an unknown id", (request) -> with(request, place, UUID.randomUUID().toString()));
		}
		return row;
	}

	/** And of every body; a field that is required has a star. */
	Row fields(String... fields) {
		Row row = refuses("400", "with half a body", (request) -> request.sending("{"))
			.refuses("400", "with a list for a body", (request) -> request.sending("[]"))
			.blames(UNKNOWN, "with an unknown field", (request) -> request.with(UNKNOWN, "red"));
		for (String one : fields) {
			String field = one.replace("*", "");
			row = row.blames(field, "with nonsense for " + field,
					(request) -> request.with(field, Json.body("is", "nonsense")));
			if (one.endsWith("*")) {
				row = row.blames(field, "without " + field, (request) -> request.without(field))
					.blames(field, "with nothing for " + field, (request) -> request.with(field, null));
			}
		}
		return row;
	}

	/** And of every list; more parameters with values that are none of theirs. */
	Row list(String... misread) {
		List<String> all = new ArrayList<>(List.of("limit=0", "limit=101", "limit=many", "after=nonsense"));
		Collections.addAll(all, misread);
		return misreads(all.toArray(String[]::new));
	}

	Row misreads(String... parameters) {
		Row row = this;
		for (String parameter : parameters) {
			row = row.blames(parameter.substring(0, parameter.indexOf('=')), "with " + parameter,
					(request) -> request.asking(parameter));
		}
		return row;
	}

	/** A bad request for whoever may send a good one, and the field to blame. */
	Row blames(String field, String what, UnaryOperator<Request> spoils) {
		return blames(field, what, allowed(), spoils);
	}

	Row blames(String field, String what, Set<Caller> by, UnaryOperator<Request> spoils) {
		return plus(new Other.Spoilt(what, by, Outcome.of("400"), field, spoils));
	}

	Row refuses(String outcome, String what, UnaryOperator<Request> spoils) {
		return refuses(outcome, what, allowed(), spoils);
	}

	Row refuses(String outcome, String what, Set<Caller> by, UnaryOperator<Request> spoils) {
		return plus(new Other.Spoilt(what, by, Outcome.of(outcome), "", spoils));
	}

	/** Anything else, in a world of its own. */
	Row answers(String outcome, String what, Asking asking) {
		return answers(outcome, what, allowed(), asking);
	}

	Row answers(String outcome, String what, Set<Caller> by, Asking asking) {
		return plus(new Other.Situation(what, by, Outcome.of(outcome), asking));
	}

	private static Request with(Request request, int place, String id) {
		List<String> ids = new ArrayList<>(request.ids());
		ids.set(place, id);
		return request.insteadTo(ids.toArray(String[]::new));
	}

	private Row plus(Other other) {
		List<Other> more = new ArrayList<>(this.others);
		more.add(other);
		return new Row(this.name, this.call, this.outcomes, this.right, List.copyOf(more), this.changesWhoAsks);
	}

}
