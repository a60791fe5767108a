package clinic.daybook.matrix;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A chapter of the contract as it is written down: a line for each call, a cell for each
 * kind of caller.
 */
final class Table {

	private final Map<String, Map<Caller, Outcome>> lines = new LinkedHashMap<>();

	private Table() {
	}

	/** Lines without bars are headings. */
	static Table of(String text) {
		Table table = new Table();
		text.lines().filter((line) -> line.contains("|")).forEach(table::add);
		return table;
	}

	private void add(String line) {
		String[] cells = line.split("\\|", -1);
		String[] outcomes = cells[1].trim().split(" +");
		Caller[] callers = Caller.values();
		if (cells.length != 2 || outcomes.length != callers.length) {
			throw new IllegalArgumentException("a line says what comes of it for each of " + callers.length
					+ " kinds of callers, and this doesn't: " + line);
		}
		Map<Caller, Outcome> byCaller = new EnumMap<>(Caller.class);
		for (int i = 0; i < callers.length; i++) {
			byCaller.put(callers[i], Outcome.of(outcomes[i]));
		}
		String name = cells[0].trim().replaceFirst(" +", " ");
		if (this.lines.put(name, byCaller) != null) {
			throw new IllegalArgumentException("two lines for " + name);
		}
	}

	/** The row of a line; after a comma stands which of several right requests it is. */
	Row row(String name, Asking right) {
		return page(name, right).strict();
	}

	/** One that is no call of the contract's and need not follow its conventions. */
	Row page(String name, Asking right) {
		Map<Caller, Outcome> outcomes = this.lines.get(name);
		if (outcomes == null) {
			throw new IllegalArgumentException("no line for " + name);
		}
		return new Row(name, Call.of(name.split(",", 2)[0]), outcomes, right, List.of(), false);
	}

	/** All of them, or the missing ones are named. */
	List<Row> rows(Row... rows) {
		TreeSet<String> missing = new TreeSet<>(this.lines.keySet());
		Arrays.stream(rows).map(Row::name).forEach(missing::remove);
		if (rows.length > this.lines.size()) {
			throw new IllegalArgumentException("more rows than lines: " + rows.length);
		}
		if (!missing.isEmpty()) {
			throw new IllegalArgumentException("lines without a right request: " + missing);
		}
		return List.of(rows);
	}

}
