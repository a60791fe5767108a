package clinic.daybook.benchmarks.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import clinic.daybook.book.BookTokenStore;
import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.UnitOfWork;

import org.springframework.jdbc.core.JdbcTemplate;

/** As Daybook's projections read: batches, with the token in the batch's transaction. */
final class ProcessorReader implements Reader {

	private static final int BATCH = 200;

	private static final int TURN_MILLIS = 500;

	private final HikariDataSource pool;

	private final EventStore store;

	private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);

	private final PooledStreamingEventProcessor processor;

	private ProcessorReader(String name, HikariDataSource pool, EventStore store) {
		this.pool = pool;
		this.store = store;
		this.processor = PooledStreamingEventProcessor.builder()
			.name(name)
			.eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
				.eventHandlers(new Handler(name, new SeenEvents(new JdbcTemplate(pool))))
				.listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
				.build())
			.errorHandler(PropagatingErrorHandler.instance())
			.messageSource(store)
			.tokenStore(BookTokenStore.on(pool, name))
			.transactionManager(SpringTransactions.on(pool))
			.coordinatorExecutor(this.threads)
			.workerExecutor(this.threads)
			.initialSegmentCount(1)
			.initialToken((source) -> source.createTailToken())
			.tokenClaimInterval(TURN_MILLIS)
			.batchSize(BATCH)
			.build();
	}

	static ProcessorReader start(String name, Contender contender, String url) {
		HikariDataSource pool = Pools.to(url, 5);
		ProcessorReader reader = new ProcessorReader(name, pool, contender.store(pool, url));
		reader.processor.start();
		return reader;
	}

	@Override
	public void close() {
		this.processor.shutDown();
		this.threads.shutdownNow();
		Stores.close(this.store);
		this.pool.close();
	}

	static final class Handler {

		private final String name;

		private final SeenEvents seen;

		Handler(String name, SeenEvents seen) {
			this.name = name;
			this.seen = seen;
		}

		@EventHandler(payloadType = Deed.class)
		void on(EventMessage<?> event, UnitOfWork<?> unitOfWork) {
			UnitOfWork<?> batch = unitOfWork.root();
			List<EventMessage<?>> events = batch.getOrComputeResource(Handler.class.getName(), (key) -> {
				List<EventMessage<?>> collected = new ArrayList<>();
				batch.onPrepareCommit((work) -> this.seen.note(this.name, collected));
				return collected;
			});
			events.add(event);
		}

	}

}
