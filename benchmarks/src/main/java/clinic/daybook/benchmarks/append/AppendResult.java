package clinic.daybook.benchmarks.append;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import clinic.daybook.benchmarks.proof.Report;

/** Appends a second, turn by turn, and what they come to beside Daybook's. */
final class AppendResult {

	private static final double GOAL_BESIDE_PGBENCH = 0.7;

	private static final double GOAL_BESIDE_STOCK = 5;

	private final List<Way> ways;

	private final Map<Workload, Map<String, List<Double>>> turns = new LinkedHashMap<>();

	private final Map<Workload, List<Double>> sizes = new LinkedHashMap<>();

	AppendResult(List<Way> ways) {
		this.ways = ways;
	}

	void add(Workload workload, Way way, double perSecond) {
		this.turns.computeIfAbsent(workload, (any) -> new LinkedHashMap<>())
			.computeIfAbsent(way.label(), (any) -> new ArrayList<>())
			.add(perSecond);
	}

	void addSize(Workload workload, double size) {
		this.sizes.computeIfAbsent(workload, (any) -> new ArrayList<>()).add(size);
	}

	Map<Workload, Map<String, List<Double>>> turns() {
		return this.turns;
	}

	void printTo(Report report) {
		this.turns.forEach((workload, byLabel) -> {
			report.line("");
			report.line("%s (Daybook wrote %.1f together)".formatted(workload,
					median(this.sizes.getOrDefault(workload, List.of()))));
			byLabel.forEach((label, perSecond) -> report.line("  %-42s %,8.0f/s  (%,.0f to %,.0f)%s".formatted(label,
					median(perSecond), least(perSecond), most(perSecond),
					label.equals(Ways.DAYBOOK) ? "" : "  Daybook %.2f times".formatted(ratio(byLabel, label)))));
		});
		report.line("");
		this.turns.keySet().forEach((workload) -> printGoals(report, workload));
	}

	private void printGoals(Report report, Workload workload) {
		for (Way way : this.ways) {
			goal(way, workload).ifPresent((goal) -> {
				Map<String, List<Double>> byLabel = this.turns.getOrDefault(workload, Map.of());
				if (byLabel.containsKey(way.label())) {
					double ratio = ratio(byLabel, way.label());
					report.line("%s: %.2f of %s, goal %.1f: %s".formatted(workload, ratio, way.label(), goal,
							(ratio >= goal) ? "met" : "missed"));
				}
			});
		}
	}

	private static OptionalDouble goal(Way way, Workload workload) {
		if (way.label().equals(PgBenchCall.SAME_FUNCTION.label())) {
			return OptionalDouble.of(GOAL_BESIDE_PGBENCH);
		}
		boolean stock = way.label().equals(Ways.STOCK_JDBC) || way.label().equals(Ways.STOCK_JPA);
		return (stock && workload.callers() == AppendSettings.MOST_CALLERS) ? OptionalDouble.of(GOAL_BESIDE_STOCK)
				: OptionalDouble.empty();
	}

	private static double ratio(Map<String, List<Double>> byLabel, String label) {
		return median(byLabel.getOrDefault(Ways.DAYBOOK, List.of())) / median(byLabel.getOrDefault(label, List.of()));
	}

	private static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return sorted.isEmpty() ? Double.NaN
				: (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	private static double least(List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
	}

	private static double most(List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
	}

}
