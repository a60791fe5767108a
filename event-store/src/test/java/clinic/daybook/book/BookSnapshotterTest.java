package clinic.daybook.book;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static clinic.daybook.book.TestBook.noted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Snapshots as an aggregate of Axon's has them taken. */
class BookSnapshotterTest {

	private static final int EVERY = 10;

	@AutoClose
	private final TestBook book = new TestBook();

	@AutoClose
	private final BookEventStore store = new BookEventStore(this.book.engine, this.book.database);

	@AutoClose
	private final BookSnapshotter snapshotter = new BookSnapshotter(this.store, LedgerSum::of, EVERY);

	private final Repository<Account> accounts = accounts(this.snapshotter);

	private Repository<Account> accounts(BookSnapshotter with) {
		return EventSourcingRepository.builder(Account.class)
			.eventStore(this.store)
			.snapshotTriggerDefinition(with)
			.build();
	}

	@Test
	void anAggregateIsLoadedFromItsSnapshotAndWhatCameAfterwards() {
		open(this.accounts, "l-1");
		for (int i = 0; i < 3 * EVERY; i++) {
			note(this.accounts, "l-1");
		}
		awaitSnapshots(1);

		assertThat(this.store.readEvents("l-1").asStream().count()).isLessThanOrEqualTo(EVERY + 1);
		assertThat(sumOf(this.accounts, "l-1")).isEqualTo(3 * (3 * EVERY + 1));
		note(this.accounts, "l-1");
		assertThat(this.book.engine.lastSequenceNumberFor("l-1")).contains(3L * EVERY + 1);
	}

	@Test
	void aLongHistoryIsSummedUpWhenItIsFirstLoaded() {
		this.book.appendMany("l-1", 20 * EVERY);

		assertThat(sumOf(this.accounts, "l-1")).isEqualTo(3 * 20 * EVERY);

		awaitSnapshots(1);
		assertThat(this.store.readEvents("l-1").asStream()).hasSize(1);
	}

	@Test
	void oneIsTakenOnlyOfWhatIsCommitted() {
		this.book.appendMany("l-1", EVERY);
		this.book.appendMany("l-2", EVERY);
		UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
		this.snapshotter.scheduleSnapshot(Account.class, "l-1");
		this.store.publish(noted("l-1", EVERY));
		CurrentUnitOfWork.clear(unitOfWork);
		this.snapshotter.scheduleSnapshot(Account.class, "l-2");
		awaitSnapshots(1);
		assertThat(this.book.engine.readSnapshot("l-1")).isEmpty();

		CurrentUnitOfWork.set(unitOfWork);
		unitOfWork.commit();

		awaitSnapshots(2);
		assertThat(this.book.engine.readSnapshot("l-1")).map(DomainEventMessage::getSequenceNumber)
			.contains((long) EVERY);
	}

	@Test
	void whatWaitsIsTakenOnce() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		List<String> done = new ArrayList<>();
		SnapshotRule slow = (history) -> {
			List<? extends DomainEventMessage<?>> all = history.toList();
			begun.countDown();
			try {
				goOn.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			done.add(all.getFirst().getAggregateIdentifier());
			return LedgerSum.of(all.stream());
		};
		this.book.appendMany("l-1", EVERY);
		this.book.appendMany("l-2", EVERY);
		this.book.appendMany("l-3", EVERY);
		try (BookSnapshotter busy = new BookSnapshotter(this.store, slow, EVERY)) {
			busy.scheduleSnapshot(Account.class, "l-1");
			begun.await();
			for (int i = 0; i < 10; i++) {
				busy.scheduleSnapshot(Account.class, "l-2");
			}
			busy.scheduleSnapshot(Account.class, "l-3");
			goOn.countDown();
			awaitSnapshots(3);
		}
		assertThat(done).containsExactly("l-1", "l-2", "l-3");
	}

	@Test
	void nothingIsTakenWhereThereIsHardlyAnythingNew() {
		this.book.appendMany("l-1", EVERY);
		this.snapshotter.scheduleSnapshot(Account.class, "l-1");
		awaitSnapshots(1);
		this.book.append(noted("l-1", EVERY));
		this.snapshotter.scheduleSnapshot(Account.class, "l-1");
		this.book.appendMany("l-2", EVERY);
		this.snapshotter.scheduleSnapshot(Account.class, "l-2");
		awaitSnapshots(2);

		assertThat(this.book.engine.readSnapshot("l-1")).map(DomainEventMessage::getSequenceNumber)
			.contains(EVERY - 1L);
	}

	@Test
	void aRuleThatFailsHarmsNobody() {
		AtomicInteger failures = new AtomicInteger();
		try (BookSnapshotter failing = new BookSnapshotter(this.store, (history) -> {
			failures.incrementAndGet();
			throw new IllegalStateException("on purpose");
		}, EVERY)) {
			Repository<Account> unlucky = accounts(failing);
			open(unlucky, "l-1");
			for (int i = 0; i < 2 * EVERY; i++) {
				note(unlucky, "l-1");
			}
			await().until(() -> failures.get() > 0);

			assertThat(sumOf(unlucky, "l-1")).isEqualTo(3 * (2 * EVERY + 1));
		}
		assertThat(this.book.count("snapshot")).isZero();
	}

	@Test
	void aRuleMayDeclineAndOfNothingThereIsNoSnapshot() {
		SnapshotRule picky = (history) -> LedgerSum.of(history).filter((sum) -> sum.texts().contains("l-2/0"));
		this.book.append(noted("l-1", 0), noted("l-1", 1), noted("l-2", 0), noted("l-2", 1));
		try (BookSnapshotter declining = new BookSnapshotter(this.store, picky, 2)) {
			declining.scheduleSnapshot(Account.class, "unknown");
			declining.scheduleSnapshot(Account.class, "l-1");
			declining.scheduleSnapshot(Account.class, "l-2");
			awaitSnapshots(1);
		}
		assertThat(this.book.engine.readSnapshot("l-1")).isEmpty();
		assertThat(this.book.engine.readSnapshot("l-2")).isPresent();
	}

	@Test
	void onceClosedItTakesNoneAndHarmsNobody() {
		this.snapshotter.close();
		open(this.accounts, "l-1");
		for (int i = 0; i < 2 * EVERY; i++) {
			note(this.accounts, "l-1");
		}

		assertThat(this.book.engine.lastSequenceNumberFor("l-1")).contains(2L * EVERY);
	}

	private static void open(Repository<Account> accounts, String stream) {
		inUnitOfWork(() -> {
			try {
				accounts.newInstance(() -> new Account(stream));
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private static void note(Repository<Account> accounts, String stream) {
		inUnitOfWork(() -> accounts.load(stream).execute(Account::note));
	}

	private static int sumOf(Repository<Account> accounts, String stream) {
		AtomicInteger sum = new AtomicInteger();
		inUnitOfWork(() -> accounts.load(stream).execute((account) -> sum.set(account.sum.total())));
		return sum.get();
	}

	private static void inUnitOfWork(Runnable work) {
		DefaultUnitOfWork.startAndGet(null).execute(work);
	}

	private void awaitSnapshots(int count) {
		await().until(() -> this.book.count("snapshot") >= count);
	}

	/** An aggregate that makes its state of a snapshot as of any other event. */
	static final class Account {

		@AggregateIdentifier
		private String stream;

		private LedgerSum sum = LedgerSum.NOTHING;

		Account() {
		}

		Account(String stream) {
			this.stream = stream;
			AggregateLifecycle.apply(TestBook.note("opened"));
		}

		void note() {
			AggregateLifecycle.apply(TestBook.note("more"));
		}

		@EventSourcingHandler
		void on(Object event, DomainEventMessage<?> message) {
			this.stream = message.getAggregateIdentifier();
			this.sum = this.sum.with(event);
		}

	}

}
