package clinic.daybook.book;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes snapshots of one kind of stream, every so many events. It reads the history from
 * the book, in a thread of its own: nobody who appends waits for it, or is the worse for
 * it if it fails. When there is more to do than it can, some snapshots are left out.
 */
public final class BookSnapshotter implements Snapshotter, SnapshotTriggerDefinition, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(BookSnapshotter.class);

	private static final int WAITING = 1000;

	private static final int IDLE_SECONDS = 30;

	private final BookEventStore book;

	private final SnapshotRule rule;

	private final int every;

	private final SnapshotTriggerDefinition trigger;

	private final Set<String> waiting = ConcurrentHashMap.newKeySet();

	private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(WAITING), Thread.ofPlatform().daemon().name("book-snapshots").factory());

	public BookSnapshotter(BookEventStore book, SnapshotRule rule, int every) {
		this.book = book;
		this.rule = rule;
		this.every = every;
		this.trigger = new EventCountSnapshotTriggerDefinition(this, every);
		this.thread.allowCoreThreadTimeOut(true);
	}

	@Override
	public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
		return this.trigger.prepareTrigger(aggregateType);
	}

	@Override
	public SnapshotTrigger reconfigure(Class<?> aggregateType, SnapshotTrigger former) {
		return this.trigger.reconfigure(aggregateType, former);
	}

	@Override
	public void scheduleSnapshot(Class<?> aggregateType, String stream) {
		if (CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().phase().isBefore(UnitOfWork.Phase.COMMIT)) {
			CurrentUnitOfWork.get().afterCommit((work) -> schedule(stream));
		}
		else {
			schedule(stream);
		}
	}

	private void schedule(String stream) {
		if (this.waiting.add(stream)) {
			try {
				this.thread.execute(() -> take(stream));
			}
			catch (RejectedExecutionException ex) {
				this.waiting.remove(stream);
				logger.debug("No snapshot of {}: there is too much else to do", stream);
			}
		}
	}

	private void take(String stream) {
		// First, so that what comes from now on counts for the next one.
		this.waiting.remove(stream);
		try {
			DomainEventStream history = this.book.readEvents(stream);
			if (history.hasNext()) {
				sumUp(history).ifPresent(this.book::storeSnapshot);
			}
		}
		catch (RuntimeException ex) {
			logger.warn("No snapshot of {} could be taken", stream, ex);
		}
	}

	private Optional<DomainEventMessage<?>> sumUp(DomainEventStream history) {
		long first = history.peek().getSequenceNumber();
		AtomicReference<@Nullable DomainEventMessage<?>> last = new AtomicReference<>();
		Optional<?> sum = this.rule.sumUp(history.asStream().peek(last::set));
		DomainEventMessage<?> summedUp = last.get();
		if (sum.isEmpty() || summedUp == null || !isWorthIt(first, summedUp.getSequenceNumber())) {
			return Optional.empty();
		}
		return Optional.of(new GenericDomainEventMessage<>(summedUp.getType(), summedUp.getAggregateIdentifier(),
				summedUp.getSequenceNumber(), sum.get(), MetaData.emptyInstance(), UUID.randomUUID().toString(),
				summedUp.getTimestamp()));
	}

	/** Another process may have taken one a moment ago. */
	private boolean isWorthIt(long first, long last) {
		return last - first >= this.every / 2;
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

}
