package clinic.daybook.book;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static clinic.daybook.book.Callers.assertFailed;
import static clinic.daybook.book.Callers.assertWrittenAt;
import static clinic.daybook.book.TestBook.NINE;
import static clinic.daybook.book.TestBook.event;
import static clinic.daybook.book.TestBook.noted;
import static clinic.daybook.book.TestBook.reserved;
import static org.assertj.core.api.Assertions.assertThat;

/** What queued up behind an append that is under way is written together. */
class GroupAppendTest {

	@AutoClose
	private final TestBook book = new TestBook();

	@AutoClose
	private final Callers callers = new Callers(this.book.engine);

	@Test
	void whatQueuedUpIsWrittenInOneCommit() throws Exception {
		List<Future<Long>> queued = new ArrayList<>();
		try (Notifications commits = new Notifications(this.book)) {
			Future<Long> first = behind(() -> {
				for (int caller = 0; caller < 10; caller++) {
					queued.add(this.callers.queue(noted("l-" + caller, 0), noted("l-" + caller, 1)));
				}
			});

			assertWrittenAt(1, first);
			for (int caller = 0; caller < 10; caller++) {
				assertWrittenAt(3 + 2 * caller, queued.get(caller));
			}
			assertThat(commits.upTo(21)).containsExactly(1L, 21L);
		}
		assertThat(new BookChain(this.book.database).verify()).isEqualTo(new BookChain.Walk(21, null));
	}

	@Test
	void onesWhoLoseDoNotHarmTheOthers() throws Exception {
		DomainEventMessage<Ledger> used = event("l-0", 0, reserved("ann", 0, 30, "a"));
		this.book.append(used);
		DomainEventMessage<Ledger> impostor = new GenericDomainEventMessage<>("Ledger", "l-9", 0,
				TestBook.note("other"), MetaData.emptyInstance(), used.getIdentifier(), NINE);
		List<Future<Long>> queued = new ArrayList<>();
		try (Notifications commits = new Notifications(this.book)) {
			behind(() -> {
				queued.add(this.callers.queue(noted("l-1", 0)));
				queued.add(this.callers.queue(noted("l-2", 0), noted("l-3", 7)));
				queued.add(this.callers.queue(noted("l-4", 0)));
				queued.add(this.callers.queue(noted("l-5", 0), event("l-6", 0, reserved("ann", 10, 20, "b"))));
				queued.add(this.callers.queue(noted("l-7", 0)));
				queued.add(this.callers.queue(noted("l-8", 0), impostor));
				queued.add(this.callers.queue(used));
				queued.add(this.callers.queue(noted("l-10", 0)));
			});

			assertWrittenAt(3, queued.get(0));
			assertFailed(StaleStreamException.class, queued.get(1));
			assertWrittenAt(4, queued.get(2));
			assertFailed(ClaimTakenException.class, queued.get(3));
			assertWrittenAt(5, queued.get(4));
			assertFailed(EventStoreException.class, queued.get(5));
			assertWrittenAt(1, queued.get(6));
			assertWrittenAt(6, queued.get(7));
			assertThat(commits.upTo(6)).containsExactly(2L, 6L);
		}
		assertThat(this.book.count("claim")).isEqualTo(1);
		assertThat(new BookChain(this.book.database).verify()).isEqualTo(new BookChain.Walk(6, null));
	}

	/** Text in PostgreSQL has no such character: the call as a whole is refused. */
	@Test
	void oneThatNobodyCouldWriteDoesNotHarmTheOthers() throws Exception {
		List<Future<Long>> queued = new ArrayList<>();
		behind(() -> {
			queued.add(this.callers.queue(noted("l-1", 0)));
			queued.add(this.callers.queue(noted("l-\0", 0)));
			queued.add(this.callers.queue(noted("l-2", 0)));
		});

		assertWrittenAt(2, queued.get(0));
		assertFailed(EventStoreException.class, queued.get(1));
		assertWrittenAt(3, queued.get(2));
		assertWrittenAt(4, this.callers.append(noted("l-3", 0)));
	}

	@Test
	void whatTouchesTheSameStreamIsNotWrittenTogetherAndKeepsItsOrder() throws Exception {
		List<Future<Long>> queued = new ArrayList<>();
		try (Notifications commits = new Notifications(this.book)) {
			behind(() -> {
				queued.add(this.callers.queue(noted("l-1", 0)));
				queued.add(this.callers.queue(noted("l-1", 1), noted("l-2", 0)));
				queued.add(this.callers.queue(noted("l-2", 1)));
				queued.add(this.callers.queue(noted("l-3", 0)));
			});

			assertWrittenAt(2, queued.get(0));
			assertWrittenAt(3, queued.get(3));
			assertWrittenAt(5, queued.get(1));
			assertWrittenAt(6, queued.get(2));
			assertThat(commits.upTo(6)).containsExactly(1L, 3L, 5L, 6L);
		}
	}

	@Test
	void whatTouchesTheSameClaimIsNotWrittenTogether() throws Exception {
		List<Future<Long>> queued = new ArrayList<>();
		try (Notifications commits = new Notifications(this.book)) {
			behind(() -> {
				queued.add(this.callers.queue(event("l-1", 0, reserved("ann", 0, 30, "a"))));
				queued.add(this.callers.queue(event("l-2", 0, reserved("ann", 30, 60, "b"))));
				queued.add(this.callers.queue(event("l-3", 0, reserved("bob", 0, 30, "c"))));
			});

			assertWrittenAt(2, queued.get(0));
			assertWrittenAt(4, queued.get(1));
			assertWrittenAt(3, queued.get(2));
			assertThat(commits.upTo(4)).containsExactly(1L, 3L, 4L);
		}
	}

	@Test
	void onlySoManyAreWrittenTogether() throws Exception {
		BookStorageEngine engine = this.book
			.engine(TestBook.setupOn(this.book.database).within(new AppendLimits(TestBook.GENEROUS, 100, 3)));
		try (Callers bounded = new Callers(engine); Notifications commits = new Notifications(this.book)) {
			try (HeldHead held = new HeldHead(this.book)) {
				bounded.append(noted("first", 0));
				held.awaitWaitingBackend();
				for (int caller = 0; caller < 7; caller++) {
					bounded.queue(noted("l-" + caller, 0));
				}
			}
			assertThat(commits.upTo(8)).containsExactly(1L, 4L, 7L, 8L);
		}
	}

	@ParameterizedTest
	@EnumSource
	void afterABreakNothingIsLostOrDoubled(BrokenCall.When when) throws Exception {
		BrokenCall broken = new BrokenCall(this.book.database, when);
		List<Future<Long>> results = new ArrayList<>();
		try (Callers unlucky = new Callers(this.book.engineOn(broken))) {
			try (HeldHead held = new HeldHead(this.book)) {
				results.add(unlucky.append(noted("first", 0)));
				if (when == BrokenCall.When.BEFORE_THE_ANSWER) {
					held.awaitWaitingBackend();
					results.add(unlucky.queue(noted("l-1", 0)));
					results.add(unlucky.queue(event("l-2", 0, reserved("ann", 0, 30, "a"))));
				}
			}
			for (int position = 1; position <= results.size(); position++) {
				assertWrittenAt(position, results.get(position - 1));
			}
		}
		assertThat(broken.broken).isTrue();
		assertThat(this.book.headPosition()).isEqualTo(results.size());
	}

	@Test
	void everyCombinationOfLimitsIsCheckedAtOnce() {
		assertThat(
				Stream.of(0, 65).map((together) -> refusalOf(() -> new AppendLimits(TestBook.GENEROUS, 1, together))))
			.allMatch((message) -> message.contains("together"));
		assertThat(refusalOf(() -> new AppendLimits(TestBook.GENEROUS, 0, 1))).contains("wait");
		assertThat(refusalOf(() -> AppendLimits.DEFAULT.withPatience(Duration.ZERO))).contains("patience");
	}

	private static String refusalOf(Runnable construction) {
		try {
			construction.run();
			return "none";
		}
		catch (IllegalArgumentException ex) {
			return ex.getMessage();
		}
	}

	/** Lets appends queue up behind one that waits for the head. */
	private Future<Long> behind(Runnable queueing) throws Exception {
		try (HeldHead held = new HeldHead(this.book)) {
			Future<Long> first = this.callers.append(noted("first", 0));
			held.awaitWaitingBackend();
			queueing.run();
			return first;
		}
	}

}
