package clinic.daybook.book;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import clinic.daybook.book.testing.PostgresForTests;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/** A book of its own for a test, and words to write in it. */
final class TestBook implements AutoCloseable {

	static final Duration GENEROUS = Duration.ofSeconds(20);

	static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");

	static final EventTypes TYPES = EventTypes.ofSealed(List.of(Ledger.class));

	final PGSimpleDataSource database = PostgresForTests.emptyDatabase();

	final JdbcTemplate jdbc = new JdbcTemplate(this.database);

	private final List<BookStorageEngine> engines = new ArrayList<>();

	final BookStorageEngine engine = engineOn(this.database);

	BookStorageEngine engineOn(DataSource dataSource) {
		return engine(setupOn(dataSource));
	}

	/** Whose appends have so long. */
	BookStorageEngine engineWithin(Duration patience) {
		return engine(setupOn(this.database).within(AppendLimits.DEFAULT.withPatience(patience)));
	}

	BookStorageEngine engine(BookSetup setup) {
		BookStorageEngine made = new BookStorageEngine(setup);
		this.engines.add(made);
		return made;
	}

	static BookSetup setupOn(DataSource dataSource) {
		return BookSetup.of(dataSource, BookJson.events(TYPES))
			.claiming(TestBook::claimsOf)
			.summingUp(BookJson.snapshots(List.of(new SnapshotType(LedgerSum.class, 1))));
	}

	private static List<ClaimChange> claimsOf(DomainEventMessage<?> event) {
		return switch ((Ledger) event.getPayload()) {
			case Ledger.Hour.Reserved(String who, Instant start, Instant end, String id) ->
				List.of(new ClaimChange.Take("hour", who, new TimeRange(start, end), id));
			case Ledger.Hour.Freed(String who, String id) -> List.of(new ClaimChange.Release("hour", who, id));
			case Ledger.Hour.Moved(String who, Instant start, Instant end, String id) ->
				List.of(new ClaimChange.Release("hour", who, id),
						new ClaimChange.Take("hour", who, new TimeRange(start, end), id));
			case Ledger.Named(String name) ->
				List.of(new ClaimChange.Take("name", name, null, event.getAggregateIdentifier()));
			case Ledger.Unnamed(String name) ->
				List.of(new ClaimChange.Release("name", name, event.getAggregateIdentifier()));
			case Ledger.Opened opened -> List.of();
			case Ledger.Noted noted -> List.of();
		};
	}

	static DomainEventMessage<Ledger> event(String stream, long sequence, Ledger payload) {
		return event(stream, sequence, payload, NINE);
	}

	static DomainEventMessage<Ledger> event(String stream, long sequence, Ledger payload, Instant at) {
		return new GenericDomainEventMessage<>("Ledger", stream, sequence, payload,
				MetaData.from(Map.of("actorId", "7", "actorRole", "SYSTEM")), UUID.randomUUID().toString(), at);
	}

	static DomainEventMessage<Ledger> noted(String stream, long sequence) {
		return event(stream, sequence, note(stream + "/" + sequence));
	}

	static Ledger note(String text) {
		return new Ledger.Noted(text, NINE, 3, null, List.of());
	}

	static Ledger reserved(String who, int fromMinute, int toMinute, String id) {
		return new Ledger.Hour.Reserved(who, minute(fromMinute), minute(toMinute), id);
	}

	static Instant minute(int minute) {
		return NINE.plusSeconds(60L * minute);
	}

	void append(DomainEventMessage<?>... events) {
		this.engine.appendEvents(Arrays.asList(events));
	}

	/** Many at once, from sequence 0 on. */
	void appendMany(String stream, int count) {
		this.engine.appendEvents(IntStream.range(0, count).mapToObj((sequence) -> noted(stream, sequence)).toList());
	}

	List<? extends TrackedEventMessage<?>> all() {
		return this.engine.readEvents(null, false).toList();
	}

	long count(String table) {
		return this.jdbc.queryForList("select count(*) from book." + table, Long.class).getFirst();
	}

	long headPosition() {
		return this.engine.headPosition();
	}

	@Override
	public void close() {
		this.engines.forEach(BookStorageEngine::close);
	}

}
