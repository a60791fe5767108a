package clinic.daybook.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static clinic.daybook.book.TestBook.NINE;
import static clinic.daybook.book.TestBook.event;
import static clinic.daybook.book.TestBook.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Snapshots save time. They never decide what a stream comes to. */
class SnapshotsTest {

	/** Each a minute after the one before. */
	private static final int EVENTS = 30;

	@AutoClose
	private final TestBook book = new TestBook();

	@AutoClose
	private final BookEventStore store = new BookEventStore(this.book.engine, this.book.database);

	SnapshotsTest() {
		this.book.engine.appendEvents(LongStream.range(0, EVENTS)
			.mapToObj((sequence) -> event("l-1", sequence, note("n" + sequence), minute(sequence)))
			.toList());
	}

	@Test
	void aStreamIsReadFromItsNewestSnapshotOn() {
		store(20, 10);

		assertThat(sequences()).isEqualTo(LongStream.range(20, EVENTS).boxed().toList());
		assertThat(this.store.readEvents("l-1").peek()).satisfies((snapshot) -> {
			assertThat((Object) snapshot.getPayload()).isEqualTo(sumUntil(20));
			assertThat(snapshot.getType()).isEqualTo("Ledger");
			assertThat(snapshot.getTimestamp()).isEqualTo(minute(20));
		});
		assertIsRight();
	}

	@Test
	void aSnapshotOfTheLastEventIsEnough() {
		store(EVENTS - 1);

		assertThat(sequences()).containsExactly(EVENTS - 1L);
		assertThat(this.store.readEvents("l-1").getLastSequenceNumber()).isEqualTo(EVENTS - 1);
		assertIsRight();
	}

	@Test
	void eventsAloneAreReadWithoutThem() {
		store(20);

		assertThat(this.store.readEvents("l-1", 0).asStream()).hasSize(EVENTS);
	}

	@Test
	void oneThatIsTakenAgainIsReplaced() {
		store(20, 20);

		assertThat(this.book.count("snapshot")).isEqualTo(1);
		assertIsRight();
	}

	@Test
	void allMayBeDeleted() {
		store(10, 20);
		this.book.jdbc.execute("delete from book.snapshot");

		assertThat(sequences()).hasSize(EVENTS);
		assertIsRight();
	}

	@Test
	void oneThatWasChangedIsPassedOverForAnOlderOne() {
		store(10, 20);
		this.book.jdbc.execute("""
				update book.snapshot set payload = '{"total":99999,"texts":[]}' where sequence = 20
				""");

		assertThat(sequences()).startsWith(10L);
		assertIsRight();
	}

	@Test
	void oneThatWasMovedIsPassedOver() {
		store(10);
		this.book.jdbc.execute("update book.snapshot set sequence = 20");

		assertThat(sequences()).startsWith(0L);
		assertIsRight();
	}

	@Test
	void oneThatCannotBeReadIsPassedOver() {
		store(10, 20);
		this.book.jdbc.execute("""
				update book.snapshot s
				set payload = '{"tot',
					hash = book.snapshot_hash((select hash from book.event e where e.stream = s.stream
						and e.sequence = s.sequence), s.type, s.revision, '{"tot')
				where sequence = 20
				""");

		assertThat(sequences()).startsWith(10L);
		assertIsRight();
	}

	@Test
	void oneOfATypeThatNobodyKnowsIsPassedOver() {
		store(10, 20);
		this.book.jdbc.execute("""
				update book.snapshot s
				set type = 'org.example.Sum',
					hash = book.snapshot_hash((select hash from book.event e where e.stream = s.stream
						and e.sequence = s.sequence), 'org.example.Sum', s.revision, s.payload)
				where sequence = 20
				""");

		assertThat(sequences()).startsWith(10L);
		assertIsRight();
	}

	@Test
	void oneOfAnotherHistoryIsPassedOver() {
		store(20);
		try (TestBook other = new TestBook()) {
			other.engine.appendEvents(LongStream.range(0, EVENTS)
				.mapToObj((sequence) -> event("l-1", sequence, note("n" + sequence), minute(sequence)))
				.toList());
			this.book.jdbc.queryForList("select * from book.snapshot")
				.forEach((row) -> other.jdbc.update("insert into book.snapshot values (?, ?, ?, ?, ?, ?)",
						row.get("stream"), row.get("sequence"), row.get("type"), row.get("revision"),
						row.get("payload"), row.get("hash")));

			assertThat(other.engine.readSnapshot("l-1")).isEmpty();
		}
		assertThat(this.book.engine.readSnapshot("l-1")).isPresent();
	}

	@Test
	void oneOfAnotherVersionIsPassedOver() {
		store(10);
		BookStorageEngine later = this.book.engine(TestBook.setupOn(this.book.database)
			.summingUp(BookJson.snapshots(List.of(new SnapshotType(LedgerSum.class, 2)))));
		later.storeSnapshot(snapshotAt(20));

		assertThat(this.book.engine.readSnapshot("l-1")).map(DomainEventMessage::getSequenceNumber).contains(10L);
		assertThat(later.readSnapshot("l-1")).map(DomainEventMessage::getSequenceNumber).contains(20L);
	}

	@Test
	void oneOfAnotherShapeIsPassedOver() {
		store(10);
		BookStorageEngine later = this.book.engine(TestBook.setupOn(this.book.database)
			.summingUp(BookJson.snapshots(List.of(new SnapshotType(Later.LedgerSum.class, 1)))));

		assertThat(later.readSnapshot("l-1")).isEmpty();
	}

	@Test
	void whereNoneCanBeReadTheEventsAre() {
		store(10);
		this.book.jdbc.execute("alter table book.snapshot rename to lost");

		assertThat(sequences()).hasSize(EVENTS);
		assertThat(sequencesUpTo(minute(25))).hasSize(26);
	}

	@Test
	void whoKnowsOfNoSnapshotsReadsTheEvents() {
		store(10);
		BookStorageEngine other = this.book.engine(BookSetup.of(this.book.database, BookJson.events(TestBook.TYPES)));

		assertThat(other.readSnapshot("l-1")).isEmpty();
	}

	@Test
	void withoutAnEventThereIsNothingToTakeOneOf() {
		assertThatExceptionOfType(EventStoreException.class).isThrownBy(() -> store(EVENTS))
			.withMessageContaining("sequence " + EVENTS);
		assertThat(this.book.count("snapshot")).isZero();
	}

	@Test
	void aStreamIsReadAsItStood() {
		store(10, 20);

		assertThat(sequencesUpTo(minute(25))).isEqualTo(LongStream.rangeClosed(20, 25).boxed().toList());
		assertThat(sequencesUpTo(minute(20))).containsExactly(20L);
		assertThat(sequencesUpTo(minute(20).minusNanos(1000)))
			.isEqualTo(LongStream.rangeClosed(10, 19).boxed().toList());
		assertThat(sequencesUpTo(minute(9))).isEqualTo(LongStream.rangeClosed(0, 9).boxed().toList());
		assertThat(sequencesUpTo(NINE.minusSeconds(1))).isEmpty();
		assertThat(sequencesUpTo(Instant.parse("2999-01-01T00:00:00Z"))).endsWith(EVENTS - 1L);
		for (long minute = 0; minute < EVENTS; minute++) {
			assertThat(LedgerSum.of(this.store.readEvents("l-1", minute(minute)).asStream()))
				.contains(sumUntil(minute));
		}
	}

	@Test
	void theEventsOfAStreamAreReadUpToAnInstant() {
		store(10);

		assertThat(this.store.readEvents("l-1", 5, minute(12)).asStream().map(DomainEventMessage::getSequenceNumber))
			.isEqualTo(LongStream.rangeClosed(5, 12).boxed().toList());
		assertThat(this.store.readEvents("l-1", 20, minute(12)).asStream()).isEmpty();
	}

	@Test
	void fewAreKeptCloseTogetherAtTheEndAndFurtherApartBefore() {
		int many = 2000;
		this.book.appendMany("l-2", many);
		for (int sequence = 9; sequence < many; sequence += 10) {
			this.book.engine
				.storeSnapshot(new GenericDomainEventMessage<>("Ledger", "l-2", sequence, LedgerSum.NOTHING));
		}

		List<Long> kept = this.book.jdbc
			.queryForList("select sequence from book.snapshot where stream = 'l-2' order by sequence", Long.class);
		assertThat(kept).hasSizeLessThanOrEqualTo(16).endsWith(many - 11L, many - 1L);
		assertThat(kept.getFirst()).isLessThan(many / 2);
		for (int at = 1; at < kept.size(); at++) {
			long age = many - 1 - kept.get(at - 1);
			assertThat(kept.get(at) - kept.get(at - 1)).as("gap before " + kept.get(at) + " of " + kept)
				.isLessThanOrEqualTo(Math.max(10, age / 2));
		}
	}

	@Test
	void outdatedOnesMakeRoom() {
		store(LongStream.range(0, 16).toArray());
		BookStorageEngine later = this.book.engine(TestBook.setupOn(this.book.database)
			.summingUp(BookJson.snapshots(List.of(new SnapshotType(LedgerSum.class, 2)))));
		for (long sequence = 16; sequence < 20; sequence++) {
			later.storeSnapshot(snapshotAt(sequence));
		}

		assertThat(this.book.count("snapshot")).isEqualTo(16);
		assertThat(this.book.jdbc.queryForList("""
				select count(*) from book.snapshot where revision like '2-%'
				""", Long.class)).containsExactly(4L);
	}

	private void store(long... sequences) {
		LongStream.of(sequences).forEach((sequence) -> this.store.storeSnapshot(snapshotAt(sequence)));
	}

	private static DomainEventMessage<?> snapshotAt(long sequence) {
		return new GenericDomainEventMessage<>("Ledger", "l-1", sequence, sumUntil(sequence));
	}

	private static LedgerSum sumUntil(long sequence) {
		LedgerSum sum = LedgerSum.NOTHING;
		for (long each = 0; each <= sequence; each++) {
			sum = sum.with(note("n" + each));
		}
		return sum;
	}

	private void assertIsRight() {
		assertThat(LedgerSum.of(this.store.readEvents("l-1").asStream())).isEqualTo(Optional.of(sumUntil(EVENTS - 1)));
	}

	private List<Long> sequences() {
		return this.store.readEvents("l-1").asStream().<Long>map(DomainEventMessage::getSequenceNumber).toList();
	}

	private List<Long> sequencesUpTo(Instant instant) {
		return this.store.readEvents("l-1", instant)
			.asStream()
			.<Long>map(DomainEventMessage::getSequenceNumber)
			.toList();
	}

	private static Instant minute(long minute) {
		return NINE.plusSeconds(60 * minute);
	}

	private static final class Later {

		/** The same name, and one thing more. */
		record LedgerSum(int total, List<String> texts, int pages) {
		}

	}

}
