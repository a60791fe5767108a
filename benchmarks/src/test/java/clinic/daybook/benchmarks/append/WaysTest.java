package clinic.daybook.benchmarks.append;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.PostgresPrograms;
import clinic.daybook.benchmarks.proof.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/** Each way has one short turn, which says that it works and not how fast. */
@DisabledOnOs(OS.WINDOWS)
class WaysTest {

	@Test
	void everyWayWritesWhatItAcknowledgesAndACheckNoticesWhenItDoesNot() throws Exception {
		Path folder = RunFolder.empty(Path.of("target", "append-in-short"));
		OptionalInt pgbench = PgBench.installedVersion();
		try (Postgres postgres = Postgres.create(PostgresPrograms.embedded(folder.resolve("postgres")),
				folder.resolve("server"))) {
			AppendResult result = new AppendRun(AppendSettings.SHORT, postgres, folder, pgbench).run();

			assertThat(result.turns()).containsOnlyKeys(AppendSettings.SHORT.workloads());
			assertThat(result.turns().values()).extracting(Map::size)
				.containsExactly(pgbench.isPresent() ? 8 : 6, pgbench.isPresent() ? 5 : 4);
			try (Database empty = Database.create(postgres)) {
				assertThat(List.of(Written.IN_THE_BOOK, Written.UNDER_AN_ADVISORY_LOCK, Written.BY_TRANSACTION_ID))
					.allSatisfy((written) -> assertThat(written.faults(empty, new Workload(1, true), 1))
						.contains("0 events instead of 1", "0 claims instead of 1"));
			}
		}
	}

}
