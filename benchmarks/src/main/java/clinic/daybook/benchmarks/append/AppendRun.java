package clinic.daybook.benchmarks.append;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ObjDoubleConsumer;

import clinic.daybook.benchmarks.postgres.Postgres;

/** Gives every way its turn with every workload, round after round. */
final class AppendRun {

	private final AppendSettings settings;

	private final Postgres postgres;

	private final GroupSizes sizes = new GroupSizes();

	private final List<Way> ways;

	AppendRun(AppendSettings settings, Postgres postgres, Path folder, OptionalInt pgbench) {
		this.settings = settings;
		this.postgres = postgres;
		this.ways = Ways.all(folder, this.sizes, pgbench);
	}

	AppendResult run() throws IOException, InterruptedException {
		Database.prepare(this.postgres);
		AppendResult result = new AppendResult(this.ways);
		List<Workload> workloads = this.settings.workloads();
		// Whoever comes first would else have Java's compiler beside it.
		round(workloads.getLast().withoutClaims(), (way, perSecond) -> {
		});
		for (Workload workload : workloads) {
			for (int round = 0; round < this.settings.rounds(); round++) {
				round(workload, (way, perSecond) -> result.add(workload, way, perSecond));
				result.addSize(workload, this.sizes.of(workload));
			}
		}
		return result;
	}

	private void round(Workload workload, ObjDoubleConsumer<Way> appendsPerSecond)
			throws IOException, InterruptedException {
		for (Way way : this.ways) {
			if (way.takes(workload)) {
				appendsPerSecond.accept(way, turn(way, workload));
			}
		}
	}

	private double turn(Way way, Workload workload) throws IOException, InterruptedException {
		try (Database database = Database.create(this.postgres)) {
			Turn turn = way.append(database, workload, this.settings);
			List<String> faults = way.faults(database, workload, turn.acknowledged());
			if (!faults.isEmpty()) {
				throw new IllegalStateException("%s, %s: %s".formatted(way.label(), workload, faults));
			}
			return turn.perSecond();
		}
	}

}
