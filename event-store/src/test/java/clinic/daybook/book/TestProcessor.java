package clinic.daybook.book;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** A pooled processor as an application would have it, which notes what it was given. */
final class TestProcessor implements AutoCloseable {

	private static final int GENEROUS_SECONDS = 20;

	private final BlockingQueue<Long> handled = new LinkedBlockingQueue<>();

	private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);

	private final PooledStreamingEventProcessor processor;

	/** Looks by itself only after {@code ownLook}. */
	TestProcessor(String name, BookEventStore store, DataSource database, long ownLookMillis) {
		this.processor = PooledStreamingEventProcessor.builder()
			.name(name)
			.eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
				.eventHandlers(new Handler())
				.listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
				.build())
			.errorHandler(PropagatingErrorHandler.instance())
			.messageSource(store)
			.tokenStore(BookTokenStore.on(database, name))
			.transactionManager(spring(database))
			.coordinatorExecutor(this.threads)
			.workerExecutor(this.threads)
			.initialSegmentCount(1)
			.tokenClaimInterval(ownLookMillis)
			.claimExtensionThreshold(ownLookMillis)
			.build();
	}

	private static TransactionManager spring(DataSource database) {
		DataSourceTransactionManager manager = new DataSourceTransactionManager(database);
		return () -> {
			TransactionStatus status = manager.getTransaction(new DefaultTransactionDefinition());
			return new Transaction() {
				@Override
				public void commit() {
					manager.commit(status);
				}

				@Override
				public void rollback() {
					manager.rollback(status);
				}
			};
		};
	}

	void start() {
		this.processor.start();
	}

	void awaitHandled(long... positions) throws InterruptedException {
		for (long position : positions) {
			assertThat(this.handled.poll(GENEROUS_SECONDS, TimeUnit.SECONDS)).isEqualTo(position);
		}
	}

	List<Long> handledSoFar() {
		return List.copyOf(this.handled);
	}

	void reset() {
		this.processor.shutDown();
		this.processor.resetTokens();
		this.processor.start();
	}

	void stop() {
		this.processor.shutDown();
	}

	@Override
	public void close() {
		this.processor.shutDown();
		this.threads.shutdownNow();
	}

	private final class Handler {

		@EventHandler
		void on(Ledger event, TrackingToken token) {
			TestProcessor.this.handled.add(token.position().orElseThrow());
		}

	}

}
