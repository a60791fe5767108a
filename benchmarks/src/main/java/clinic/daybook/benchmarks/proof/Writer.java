package clinic.daybook.benchmarks.proof;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import clinic.daybook.book.BookUnavailableException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Appends one thing after another. It does what callers of the store are told to do:
 * after a conflict it looks where the stream stands and decides again, when the store is
 * away it tries again later, and what may have been written it appends once more as it
 * is. Now and then it loses patience with that and never learns.
 */
final class Writer {

	private static final int PAUSE_MILLIS = 50;

	private static final int LOSES_PATIENCE_ONCE_IN = 12;

	private final EventStorageEngine engine;

	private final PlatformTransactionManager transactions;

	private final Sequences sequences;

	private final Planner planner;

	private final Journal journal;

	private final Clock clock;

	private final Random mood = new Random();

	Writer(EventStorageEngine engine, PlatformTransactionManager transactions, Sequences sequences, Planner planner,
			Journal journal, Clock clock) {
		this.engine = engine;
		this.transactions = transactions;
		this.sequences = sequences;
		this.planner = planner;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Goes on where the journal ends.
	 * @param atLeast how many appends it makes in all
	 * @param goesOn asked before each further one
	 * @param acknowledged run after each that was
	 */
	void write(int atLeast, BooleanSupplier goesOn, Runnable acknowledged) throws InterruptedException {
		for (int number = this.journal.next(); number < atLeast || goesOn.getAsBoolean(); number++) {
			Optional<Plan> next = Optional.of(this.planner.plan(number));
			while (next.isPresent()) {
				next = writes(number, next.get(), acknowledged);
			}
		}
	}

	/** One try; the plan for the next one, if there has to be one. */
	private Optional<Plan> writes(int number, Plan plan, Runnable acknowledged) throws InterruptedException {
		List<DomainEventMessage<Deed>> events;
		try {
			events = plan.events(this.sequences, this.clock);
		}
		catch (BookUnavailableException ex) {
			rest();
			return Optional.of(plan);
		}
		this.journal.asks(number, events);
		return switch (told(plan.manner(), events)) {
			case ACKNOWLEDGED -> {
				events.forEach(
						(event) -> this.sequences.isWritten(event.getAggregateIdentifier(), event.getSequenceNumber()));
				this.planner.isWritten(plan);
				acknowledged.run();
				yield Optional.empty();
			}
			case STALE -> {
				plan.streams().forEach(this.sequences::forget);
				yield Optional.of(plan);
			}
			case CLAIMED -> Optional.of(plan.withoutClaims());
			case UNAVAILABLE -> {
				rest();
				yield Optional.of(plan);
			}
			case ROLLED_BACK -> Optional.of(plan.alone());
			case UNKNOWN -> {
				plan.streams().forEach(this.sequences::forget);
				yield Optional.empty();
			}
		};
	}

	private Answer told(Plan.Manner manner, List<DomainEventMessage<Deed>> events) throws InterruptedException {
		Answer answer = ask(manner, events);
		this.journal.isTold(answer);
		while (answer == Answer.UNKNOWN && this.mood.nextInt(LOSES_PATIENCE_ONCE_IN) > 0) {
			rest();
			Answer again = ask(Plan.Manner.ALONE, events);
			// That nothing was written now doesn't say that nothing was before.
			answer = (again == Answer.UNAVAILABLE) ? Answer.UNKNOWN : again;
			this.journal.isTold(answer);
		}
		return answer;
	}

	private Answer ask(Plan.Manner manner, List<DomainEventMessage<Deed>> events) {
		return switch (manner) {
			case ALONE -> Answer.to(() -> this.engine.appendEvents(events));
			case JOINED -> within(events, true);
			case ROLLED_BACK -> within(events, false);
		};
	}

	private Answer within(List<DomainEventMessage<Deed>> events, boolean commits) {
		TransactionStatus status;
		try {
			status = this.transactions.getTransaction(new DefaultTransactionDefinition());
		}
		catch (CannotCreateTransactionException ex) {
			return Answer.UNAVAILABLE;
		}
		Answer answer = ask(Plan.Manner.ALONE, events);
		if (answer == Answer.ACKNOWLEDGED && commits) {
			return commit(status);
		}
		rollBack(status);
		return (answer == Answer.ACKNOWLEDGED) ? Answer.ROLLED_BACK : answer;
	}

	private Answer commit(TransactionStatus status) {
		try {
			this.transactions.commit(status);
			return Answer.ACKNOWLEDGED;
		}
		catch (TransactionException ex) {
			return Answer.UNKNOWN;
		}
	}

	/** Where that fails, the connection is gone and the transaction with it. */
	private void rollBack(TransactionStatus status) {
		try {
			this.transactions.rollback(status);
		}
		catch (TransactionException ex) {
			return;
		}
	}

	private void rest() throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(this.mood.nextInt(PAUSE_MILLIS));
	}

}
