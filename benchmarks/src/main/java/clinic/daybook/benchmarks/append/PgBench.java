package clinic.daybook.benchmarks.append;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.PostgresPrograms;

/**
 * PostgreSQL's own load generator, in C: one call after the other on one connection, as
 * Daybook's appender does, each with as many requests as Daybook had on average. All but
 * ids, sequences and times is in the script already.
 */
record PgBench(PgBenchCall call, PostgresPrograms programs, Path folder, GroupSizes sizes) implements Way {

	private static final String PROGRAM = "pgbench";

	private static final int NEWEST = 20;

	private static final int OLDEST = 15;

	private static final Pattern PROCESSED = Pattern.compile("number of transactions actually processed: (\\d+)");

	private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

	/** The newest that is installed here; what Daybook brings has none. */
	static OptionalInt installedVersion() {
		return IntStream.iterate(NEWEST, (version) -> version >= OLDEST, (version) -> version - 1)
			.filter((version) -> PostgresPrograms.installed(version)
				.filter((programs) -> programs.have(PROGRAM))
				.isPresent())
			.findFirst();
	}

	@Override
	public String label() {
		return this.call.label();
	}

	@Override
	public boolean takes(Workload workload) {
		return this.call.takes(workload);
	}

	@Override
	public Turn append(Database database, Workload workload, AppendSettings settings)
			throws IOException, InterruptedException {
		int together = Math.toIntExact(Math.round(this.sizes.of(workload)));
		Said warmUp = run(database, script(database, "warm-up", workload, together), settings.warmUp());
		Said counted = run(database, script(database, "counted", workload, together), settings.counted());
		return new Turn(together * (warmUp.processed + counted.processed), together * counted.perSecond);
	}

	private Said run(Database database, Path script, Duration time) throws IOException, InterruptedException {
		Path log = this.folder.resolve(script.getFileName() + ".log");
		Postgres postgres = database.postgres();
		this.programs.run(log, PROGRAM, "--host=127.0.0.1", "--port=" + postgres.port(), "--username=postgres",
				"--no-vacuum", "--client=1", "--protocol=prepared", "--define=n=-1", "--file=" + script,
				"--time=" + Math.max(1, time.toSeconds()), database.name());
		String said = Files.readString(log);
		return new Said(Long.parseLong(only(PROCESSED, said)), Double.parseDouble(only(PER_SECOND, said)));
	}

	private static String only(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.find()) {
			throw new IllegalStateException("pgbench did not say " + pattern);
		}
		return matcher.group(1);
	}

	private Path script(Database database, String streams, Workload workload, int together) throws IOException {
		Path script = this.folder.resolve("%s-%s.pgbench".formatted(database.name(), streams));
		return Files.writeString(script, """
				\\set n :n + 1
				%s;
				""".formatted(this.call.statement(streams, workload, together)));
	}

	@Override
	public List<String> faults(Database database, Workload workload, long acknowledged) {
		return this.call.written().faults(database, workload, acknowledged);
	}

	private record Said(long processed, double perSecond) {
	}

}
