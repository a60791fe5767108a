package clinic.daybook.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static clinic.daybook.book.TestBook.NINE;
import static clinic.daybook.book.TestBook.event;
import static clinic.daybook.book.TestBook.note;
import static clinic.daybook.book.TestBook.noted;
import static org.assertj.core.api.Assertions.assertThat;

/** Of streams, and of the whole book. */
class ReadingTest {

	@AutoClose
	private final TestBook book = new TestBook();

	@Test
	void aStreamThatNobodyWroteIsEmpty() {
		this.book.append(noted("l-1", 0));

		assertThat(this.book.engine.readEvents("l-2").asStream()).isEmpty();
		assertThat(this.book.engine.readEvents("l-1", 1).asStream()).as("behind its end").isEmpty();
	}

	@Test
	void eachStreamIsReadForItself() {
		this.book.append(noted("l-1", 0), noted("l-10", 0));
		this.book.append(noted("l-1", 1));
		this.book.append(noted("l-10", 1), noted("l-1", 2));

		assertThat(sequencesOf("l-1")).containsExactly(0L, 1L, 2L);
		assertThat(sequencesOf("l-10")).containsExactly(0L, 1L);
		assertThat(this.book.engine.lastSequenceNumberFor("l-1")).contains(2L);
		assertThat(this.book.engine.lastSequenceNumberFor("l-10")).contains(1L);
	}

	@Test
	void allIsReadFromNothingFromTheTailAndFromAnyEventOn() {
		DomainEventMessage<?>[] written = { noted("l-1", 0), noted("l-2", 0), noted("l-1", 1), noted("l-3", 0) };
		this.book.append(written);
		List<String> ids = List.of(written).stream().map(EventMessage::getIdentifier).toList();

		assertThat(idsAfter(null)).isEqualTo(ids);
		assertThat(idsAfter(this.book.engine.createTailToken())).isEqualTo(ids);
		assertThat(this.book.all().get(1)).satisfies((second) -> {
			assertThat(idsAfter(second.trackingToken())).isEqualTo(ids.subList(2, 4));
			assertThat(second).isInstanceOfSatisfying(DomainEventMessage.class,
					(inStream) -> assertThat(inStream.getAggregateIdentifier()).isEqualTo("l-2"));
		});
	}

	@Test
	void behindTheHeadIsWhatIsWrittenLater() {
		this.book.append(noted("l-1", 0), noted("l-1", 1));
		TrackingToken head = this.book.engine.createHeadToken();
		assertThat(idsAfter(head)).isEmpty();

		DomainEventMessage<?> later = noted("l-2", 0);
		this.book.append(later);
		assertThat(idsAfter(head)).containsExactly(later.getIdentifier());
	}

	@Test
	void fromATimeOnNothingOfThatTimeOrLaterIsMissed() {
		Instant nobody = NINE.minusSeconds(1);
		assertThat(this.book.engine.createTokenAt(nobody)).isEqualTo(this.book.engine.createTailToken());
		// Clocks differ: only within a stream does time never run backwards.
		this.book.append(event("l-1", 0, note("a"), NINE.plusSeconds(30)));
		this.book.append(event("l-1", 1, note("b"), NINE.plusSeconds(40)));
		this.book.append(event("l-1", 2, note("c"), NINE.plusSeconds(50)));
		this.book.append(event("l-2", 0, note("d"), NINE.plusSeconds(45)));
		this.book.append(event("l-3", 0, note("e"), NINE.plusSeconds(42)));

		assertThat(positionsAt(nobody)).containsExactly(1L, 2L, 3L, 4L, 5L);
		assertThat(positionsAt(NINE.plusSeconds(30))).containsExactly(1L, 2L, 3L, 4L, 5L);
		assertThat(positionsAt(NINE.plusSeconds(45))).containsExactly(3L, 4L, 5L);
		assertThat(positionsAt(NINE.plusSeconds(46))).containsExactly(3L, 4L, 5L);
		assertThat(positionsAt(NINE.plusSeconds(51))).isEmpty();
	}

	@Test
	void nothingIsLostWherePagesMeet() {
		int[] lengths = { Pages.SIZE - 1, Pages.SIZE, Pages.SIZE + 1, Pages.SIZE + 10 };
		int total = 0;
		for (int length : lengths) {
			this.book.appendMany("l-" + length, length);
			total += length;
		}

		for (int length : lengths) {
			assertThat(sequencesOf("l-" + length)).hasSize(length).isSorted().endsWith(length - 1L);
		}
		assertThat(this.book.all()).extracting((event) -> event.trackingToken().position().orElseThrow())
			.hasSize(total)
			.isSorted()
			.doesNotHaveDuplicates()
			.endsWith((long) total);
	}

	@Test
	void whoReadsSlowlyFindsWhatWasWrittenMeanwhile() {
		this.book.appendMany("l-1", Pages.SIZE);
		Iterator<? extends TrackedEventMessage<?>> slow = this.book.engine.readEvents(null, false).iterator();
		List<String> read = new ArrayList<>();
		read.add(slow.next().getIdentifier());

		DomainEventMessage<?> meanwhile = noted("l-2", 0);
		this.book.append(meanwhile);
		slow.forEachRemaining((event) -> read.add(event.getIdentifier()));

		assertThat(read).hasSize(Pages.SIZE + 1).endsWith(meanwhile.getIdentifier());
	}

	@Test
	void metadataOfAnEventThatWasReadCanBeReplacedAndAddedTo() {
		this.book.append(noted("l-1", 0));
		DomainEventMessage<?> read = this.book.engine.readEvents("l-1").next();
		MetaData stored = MetaData.from(Map.of("actorId", "7", "actorRole", "SYSTEM"));

		assertThat(read.withMetaData(Map.of("a", "1")).getMetaData()).isEqualTo(MetaData.with("a", "1"));
		assertThat(read.andMetaData(Map.of("a", "1")).getMetaData()).isEqualTo(stored.and("a", "1"));
		assertThat(read.getMetaData()).isEqualTo(stored);
	}

	private List<Long> sequencesOf(String stream) {
		return this.book.engine.readEvents(stream).asStream().<Long>map(DomainEventMessage::getSequenceNumber).toList();
	}

	private List<String> idsAfter(TrackingToken token) {
		return this.book.engine.readEvents(token, false).<String>map(EventMessage::getIdentifier).toList();
	}

	private List<Long> positionsAt(Instant instant) {
		return this.book.engine.readEvents(this.book.engine.createTokenAt(instant), false)
			.<Long>map((event) -> event.trackingToken().position().orElseThrow())
			.toList();
	}

}
