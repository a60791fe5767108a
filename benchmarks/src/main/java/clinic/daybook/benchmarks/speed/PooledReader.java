package clinic.daybook.benchmarks.speed;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import javax.sql.DataSource;

import clinic.daybook.benchmarks.proof.SpringTransactions;
import clinic.daybook.book.BookTokenStore;
import clinic.daybook.book.CoordinatorThread;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * A pooled processor set up as those of Daybook's projections are, whatever it reads
 * from.
 */
final class PooledReader implements AutoCloseable {

	/** As many as the projections take. */
	private static final int BATCH = 500;

	private final CoordinatorThread coordinator;

	private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();

	private final PooledStreamingEventProcessor processor;

	private PooledReader(String name, StreamableMessageSource<TrackedEventMessage<?>> source, DataSource pool,
			Object handler) {
		this.coordinator = new CoordinatorThread(name);
		this.processor = PooledStreamingEventProcessor.builder()
			.name(name)
			.eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
				.eventHandlers(handler)
				.listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
				.build())
			.errorHandler(PropagatingErrorHandler.instance())
			.messageSource(source)
			.tokenStore(BookTokenStore.on(pool, UUID.randomUUID().toString()))
			.transactionManager(SpringTransactions.on(pool))
			.coordinatorExecutor(this.coordinator)
			.workerExecutor(this.worker)
			.initialSegmentCount(1)
			.initialToken((messages) -> messages.createTailToken())
			.batchSize(BATCH)
			.build();
	}

	/** From the first event on, unless it has a token. */
	static PooledReader start(String name, StreamableMessageSource<TrackedEventMessage<?>> source, DataSource pool,
			Object handler) {
		PooledReader reader = new PooledReader(name, source, pool, handler);
		reader.processor.start();
		return reader;
	}

	String name() {
		return this.processor.getName();
	}

	@Override
	public void close() {
		this.processor.shutDown();
		this.coordinator.shutdownNow();
		this.worker.shutdownNow();
	}

}
