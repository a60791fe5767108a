package clinic.daybook.book;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.axonframework.eventhandling.DomainEventMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Threads that append with an engine, each by itself. */
final class Callers implements AutoCloseable {

	private static final Duration GENEROUS = Duration.ofSeconds(30);

	private final BookStorageEngine engine;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	Callers(BookStorageEngine engine) {
		this.engine = engine;
	}

	/** The position of the last of the events. */
	Future<Long> append(DomainEventMessage<?>... events) {
		return this.threads.submit(() -> Receipt.of(() -> {
			this.engine.appendEvents(Arrays.asList(events));
			return "";
		}).position().orElseThrow());
	}

	/** Comes back once it waits in the queue. */
	Future<Long> queue(DomainEventMessage<?>... events) {
		int before = this.engine.waitingAppends();
		Future<Long> result = append(events);
		await().until(() -> this.engine.waitingAppends() > before);
		return result;
	}

	static void assertWrittenAt(long position, Future<Long> result) {
		assertThat(result).succeedsWithin(GENEROUS).isEqualTo(position);
	}

	static ThrowableAssertAlternative<?> assertFailed(Class<? extends Throwable> with, Future<Long> result) {
		return assertThat(result).failsWithin(GENEROUS).withThrowableThat().havingCause().isExactlyInstanceOf(with);
	}

	@Override
	public void close() {
		this.threads.close();
	}

}
