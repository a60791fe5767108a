package clinic.daybook.book;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static clinic.daybook.book.TestBook.noted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a command publishes is its own until it is done. */
class UnitOfWorkTest {

	@AutoClose
	private final TestBook book = new TestBook();

	@AutoClose
	private final BookEventStore store = new BookEventStore(this.book.engine, this.book.database);

	@AfterEach
	void endWhatWasLeftOpen() {
		while (CurrentUnitOfWork.isStarted()) {
			CurrentUnitOfWork.get().rollback();
		}
	}

	@Test
	void whoPublishedReadsItBeforeItIsWritten() {
		this.store.publish(noted("l-1", 0));
		start();
		this.store.publish(noted("l-1", 1), noted("l-2", 0));

		assertThat(sequences(0)).containsExactly(0L, 1L);
		assertThat(sequences(1)).containsExactly(1L);
		assertThat(sequences(2)).isEmpty();
		assertThat(this.store.lastSequenceNumberFor("l-1")).contains(1L);
		assertThat(this.book.headPosition()).isEqualTo(1);
	}

	@Test
	void nobodyElseSeesItUntilItIsWritten() {
		this.store.publish(noted("l-1", 0));
		UnitOfWork<?> unit = start();
		this.store.publish(noted("l-1", 1), noted("l-2", 0));

		CurrentUnitOfWork.clear(unit);
		assertThat(sequences(0)).containsExactly(0L);
		assertThat(this.store.lastSequenceNumberFor("l-1")).contains(0L);

		CurrentUnitOfWork.set(unit);
		unit.commit();
		assertThat(sequences(0)).containsExactly(0L, 1L);
		assertThat(this.book.headPosition()).isEqualTo(3);
	}

	@Test
	void whatIsRolledBackIsNeverWritten() {
		this.store.publish(noted("l-1", 0));
		UnitOfWork<?> unit = start();
		this.store.publish(noted("l-1", 1));

		unit.rollback();
		assertThat(sequences(0)).containsExactly(0L);
		assertThat(this.book.headPosition()).isEqualTo(1);
	}

	@Test
	void whatOneUnitPublishedIsWrittenWholeOrNotAtAll() {
		this.store.publish(noted("l-2", 0));
		UnitOfWork<?> unit = start();
		this.store.publish(noted("l-1", 0));
		this.store.publish(noted("l-2", 0));

		assertThatExceptionOfType(StaleStreamException.class).isThrownBy(unit::commit);
		assertThat(sequences(0)).isEmpty();
		assertThat(this.book.headPosition()).isEqualTo(1);
	}

	@Test
	void whatNestedUnitsPublishedIsThereOnceInEveryPhase() {
		UnitOfWork<Message<?>> outer = start();
		this.store.publish(noted("l-1", 0));
		UnitOfWork<Message<?>> inner = start();
		this.store.publish(noted("l-1", 1), noted("l-1", 2));
		AtomicInteger looks = new AtomicInteger();
		Consumer<UnitOfWork<Message<?>>> look = (unit) -> {
			assertThat(sequences(0)).containsExactly(0L, 1L, 2L);
			looks.incrementAndGet();
		};
		for (UnitOfWork<Message<?>> unit : List.of(inner, outer)) {
			unit.onPrepareCommit(look);
			unit.onCommit(look);
			unit.afterCommit(look);
		}

		inner.commit();
		outer.commit();
		assertThat(looks).hasValue(6);
		assertThat(this.book.headPosition()).isEqualTo(3);
	}

	private static UnitOfWork<Message<?>> start() {
		return DefaultUnitOfWork.startAndGet(null);
	}

	private List<Long> sequences(long first) {
		return this.store.readEvents("l-1", first).asStream().<Long>map(DomainEventMessage::getSequenceNumber).toList();
	}

}
