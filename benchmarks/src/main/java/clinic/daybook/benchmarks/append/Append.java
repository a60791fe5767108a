package clinic.daybook.benchmarks.append;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.PostgresPrograms;
import clinic.daybook.benchmarks.proof.Arguments;
import clinic.daybook.benchmarks.proof.Report;
import clinic.daybook.benchmarks.proof.RunFolder;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Appends a second through Daybook's engine, beside pgbench, Axon's own engines and what
 * decision 0009 was weighed against, all on one server.
 */
public final class Append {

	private static final Path FOLDER = Path.of("benchmarks", "target", "append");

	private Append() {
	}

	public static void main(String[] words) throws Exception {
		AppendSettings settings = AppendSettings
			.of(Arguments.of(words, Set.of("rounds", "warm-up-millis", "millis", "callers")));
		Path folder = RunFolder.empty(FOLDER);
		Report report = new Report(System.out, folder);
		OptionalInt pgbench = PgBench.installedVersion();
		try (Postgres postgres = Postgres.create(PostgresPrograms.embedded(folder.resolve("postgres")),
				folder.resolve("server"))) {
			report.line("Append: %d rounds of %d ms each, %d processors, %s".formatted(settings.rounds(),
					settings.counted().toMillis(), Runtime.getRuntime().availableProcessors(), durability(postgres)));
			report.line(pgbench.isPresent() ? "pgbench %d".formatted(pgbench.getAsInt())
					: "pgbench is not installed here: skipped (Debian has it in postgresql-15, for one)");
			new AppendRun(settings, postgres, folder, pgbench).run().printTo(report);
		}
	}

	private static String durability(Postgres postgres) {
		return String.join(", ", new JdbcTemplate(postgres.database("postgres")).queryForList("""
				select name || ' ' || setting from pg_settings
				where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes')
				order by name = 'server_version' desc, name
				""", String.class));
	}

}
