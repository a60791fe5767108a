package clinic.daybook.benchmarks.append;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import clinic.daybook.benchmarks.postgres.Postgres;
import clinic.daybook.benchmarks.postgres.PostgresPrograms;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * PostgreSQL's own load generator, in C: the same function with as many requests in a
 * call as Daybook had on average, one call after the other on one connection, as
 * Daybook's appender does. All but ids, sequences and times is in the script already.
 */
record PgBench(PostgresPrograms programs, Path folder, GroupSizes sizes) implements Way {

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
		return "pgbench, the same function and group size";
	}

	@Override
	public boolean takes(Workload workload) {
		return true;
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
		Serializer serializer = Visit.serializer();
		DomainEventMessage<Visit.VisitBooked> example = Visit.booked(streams + "-10", 100);
		SerializedObject<byte[]> payload = example.serializePayload(serializer, byte[].class);
		String start = "timestamptz '%s' + :n::bigint * interval '%s'".formatted(Visit.FIRST_START, Visit.LENGTH);
		String end = "timestamptz '%s' + (:n::bigint + 1) * interval '%s'".formatted(Visit.FIRST_START, Visit.LENGTH);
		int claims = workload.claims() ? together : 0;
		String statement = String.join(", ", "5000", fill("1", together), fill(workload.claims() ? "1" : "0", together),
				"array(select gen_random_uuid() from generate_series(1, %d))".formatted(together),
				names(streams, together), fill(":n::bigint", together), fill(text(Visit.STREAM_KIND), together),
				fill(text(payload.getType().getName()), together),
				fill(text(payload.getType().getRevision()), together), fill("clock_timestamp()", together),
				fill(bytes(payload.getData()), together),
				fill(bytes(example.serializeMetaData(serializer, byte[].class).getData()), together),
				fill("text 'take'", claims), fill(text(Visit.CLAIM_KIND), claims), names(streams, claims),
				fill("tstzrange(%s, %s)".formatted(start, end), claims),
				fill(text(example.getPayload().visitId()), claims));
		Path script = this.folder.resolve("%s-%s.pgbench".formatted(database.name(), streams));
		return Files.writeString(script, """
				\\set n :n + 1
				select outcome, stale_stream, last_sequence, claim_kind, claim_key, first_position, last_position \
				from book.append_each(%s);
				""".formatted(statement));
	}

	private static String fill(String value, int times) {
		return "array_fill(%s, array[%d])".formatted(value, times);
	}

	private static String text(String value) {
		return "text '%s'".formatted(value);
	}

	private static String bytes(byte[] value) {
		return "bytea '\\x%s'".formatted(HexFormat.of().formatHex(value));
	}

	private static String names(String streams, int count) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> streams + "-" + number)
			.collect(Collectors.joining(",", "'{", "}'::text[]"));
	}

	@Override
	public List<String> faults(Database database, Workload workload, long acknowledged) {
		return Written.IN_THE_BOOK.faults(database, workload, acknowledged);
	}

	private record Said(long processed, double perSecond) {
	}

}
