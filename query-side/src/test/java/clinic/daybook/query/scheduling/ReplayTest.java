package clinic.daybook.query.scheduling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.query.projection.ReadModel;
import clinic.daybook.query.projection.Rows;
import clinic.daybook.query.projection.TestBatch;
import clinic.daybook.query.projection.TestBatch.Recorded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a read model says depends on the book alone. */
class ReplayTest {

	private static final List<String> TABLES = List.of("schedule", "time_off", "extra_hours", "held", "appointment");

	private final JdbcClient jdbc = JdbcClient.create(PostgresForTests.emptyDatabase());

	private final List<ReadModel<?, ?>> readModels = List.of(new ScheduleProjection(this.jdbc, new Rows()),
			new TimeOffProjection(this.jdbc, new Rows()), new ExtraHoursProjection(this.jdbc, new Rows()),
			new HeldProjection(this.jdbc, new Rows()), new AppointmentProjection(this.jdbc, new Rows()));

	/**
	 * In batches of any size, at once, one by one; and streams may overtake each other.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void howEventsCameMakesNoDifference(long seed) {
		Random random = new Random(seed);
		List<Recorded> history = new History(random).events(400);
		read(history, () -> 1 + random.nextInt(60));
		Map<String, String> live = tables();
		assertThat(live.values()).as("seed %d", seed).doesNotContain("[]");

		assertThat(replayed(history, history.size())).as("seed %d, in one batch", seed).isEqualTo(live);
		assertThat(replayed(history, 1)).as("seed %d, one by one", seed).isEqualTo(live);
		for (int i = 0; i < 3; i++) {
			assertThat(replayed(streamsApart(history, random), 17)).as("seed %d, streams apart", seed).isEqualTo(live);
		}
	}

	private Map<String, String> replayed(List<Recorded> history, int batchSize) {
		this.readModels.forEach(ReadModel::clear);
		assertThat(tables().values()).containsOnly("[]");
		read(history, () -> batchSize);
		return tables();
	}

	private void read(List<Recorded> history, IntSupplier batchSize) {
		int read = 0;
		while (read < history.size()) {
			int end = Math.min(history.size(), read + batchSize.getAsInt());
			TestBatch.of(history.subList(read, end)).into(this.readModels);
			read = end;
		}
	}

	private Map<String, String> tables() {
		return TABLES.stream().collect(Collectors.toMap((table) -> table, this::content));
	}

	private String content(String table) {
		return this.jdbc
			.sql("select cast(coalesce(jsonb_agg(to_jsonb(t) order by cast(t as text)), '[]') as text) from read."
					+ table + " as t")
			.query(String.class)
			.single();
	}

	/** Each doctor's events in their order, those of different doctors in any. */
	private static List<Recorded> streamsApart(List<Recorded> history, Random random) {
		Map<UUID, List<Recorded>> byDoctor = history.stream().collect(Collectors.groupingBy(History::doctorOf));
		List<Deque<Recorded>> streams = byDoctor.values()
			.stream()
			.<Deque<Recorded>>map(ArrayDeque::new)
			.collect(Collectors.toCollection(ArrayList::new));
		return Stream.generate(() -> {
			Deque<Recorded> stream = streams.get(random.nextInt(streams.size()));
			Recorded next = stream.removeFirst();
			streams.removeIf(Deque::isEmpty);
			return next;
		}).limit(history.size()).toList();
	}

}
