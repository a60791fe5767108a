package clinic.daybook.book;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import static clinic.daybook.book.TestBook.noted;
import static org.assertj.core.api.Assertions.assertThat;

class ReadersTest {

	private static final Duration GENEROUS = Duration.ofSeconds(20);

	private static final Duration SHORT = Duration.ofMillis(30);

	@AutoClose
	private final TestBook book = new TestBook();

	private final Readers readers = new Readers(this.book.database);

	private final TokenStore tokens = BookTokenStore.on(this.book.database, "node");

	@Test
	void withoutReadersNobodyWaits() {
		assertThat(this.readers.awaitAll(5, GENEROUS)).isTrue();
	}

	@Test
	void theSlowestOfAllDecides() {
		reader("fast", 2, at(7));
		reader("slow", 1, at(4));

		assertThat(this.readers.awaitAll(4, GENEROUS)).isTrue();
		assertThat(this.readers.awaitAll(5, SHORT)).isFalse();

		stand("slow", 0, at(7));
		assertThat(this.readers.awaitAll(7, GENEROUS)).isTrue();
		stand("fast", 1, at(6));
		assertThat(this.readers.awaitAll(7, SHORT)).isFalse();
	}

	@Test
	void aReaderThatHasNotBegunIsNowhere() {
		reader("new", 1, null);

		assertThat(this.readers.awaitAll(1, SHORT)).isFalse();
	}

	@Test
	void aReaderInAReplayIsWhereTheReplayIs() {
		reader("replayed", 1, ReplayToken.createReplayToken(at(9)));
		assertThat(this.readers.awaitAll(1, SHORT)).isFalse();

		stand("replayed", 0, ReplayToken.createReplayToken(at(9), at(3)));
		assertThat(this.readers.awaitAll(3, GENEROUS)).isTrue();
		assertThat(this.readers.awaitAll(4, SHORT)).isFalse();
	}

	@Test
	void aReaderInTheMiddleOfAMergeIsNowhere() {
		reader("merging", 1, MergedTrackingToken.merged(at(5), at(9)));

		assertThat(this.readers.awaitAll(5, SHORT)).isFalse();
	}

	@Test
	void axonsOwnRowIsNoReader() {
		assertThat(this.tokens.retrieveStorageIdentifier()).isPresent();
		assertThat(this.book.count("token_entry")).isEqualTo(1);

		assertThat(this.readers.awaitAll(1, GENEROUS)).isTrue();
	}

	@Test
	void manyWaitEachForTheirOwn() throws Exception {
		reader("r", 1, at(0));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Boolean>> waiting = new ArrayList<>();
			for (int position = 1; position <= 64; position++) {
				long own = position;
				waiting.add(threads.submit(() -> this.readers.awaitAll(own, GENEROUS)));
			}
			stand("r", 0, at(32));
			for (Future<Boolean> waiter : waiting.subList(0, 32)) {
				assertThat(waiter.get(20, TimeUnit.SECONDS)).isTrue();
			}
			assertThat(waiting.subList(32, 64)).noneMatch(Future::isDone);
			stand("r", 0, at(64));
			for (Future<Boolean> waiter : waiting) {
				assertThat(waiter.get(20, TimeUnit.SECONDS)).isTrue();
			}
		}
	}

	@Test
	void whatAPooledProcessorHasHandledCanBeAwaited() throws Exception {
		try (BookEventStore store = new BookEventStore(this.book.engine, this.book.database);
				TestProcessor processor = new TestProcessor("p", store, this.book.database, 5000)) {
			processor.start();
			for (int sequence = 0; sequence < 20; sequence++) {
				int own = sequence;
				Receipt<String> receipt = Receipt.of(() -> {
					store.publish(noted("l-1", own));
					return "";
				});
				assertThat(this.readers.awaitAll(receipt.position().orElseThrow(), GENEROUS)).isTrue();
				assertThat(processor.handledSoFar()).contains(receipt.position().getAsLong());
			}
		}
	}

	@Test
	void aDatabaseThatIsGoneIsWaitedForInVain() {
		this.book.database.setDatabaseName("gone");

		assertThat(this.readers.awaitAll(1, SHORT)).isFalse();
	}

	@Test
	void whateverGoesWrongTheNextLookIsTaken() {
		AtomicReference<Throwable> thrown = new AtomicReference<>(new UnsupportedOperationException("no such pool"));
		Readers upset = new Readers(failingOnce(thrown));
		assertThat(upset.awaitAll(1, GENEROUS)).isTrue();

		thrown.set(new AssertionError("the watch ends"));
		assertThat(upset.awaitAll(1, SHORT)).isFalse();
		assertThat(upset.awaitAll(1, GENEROUS)).isTrue();
	}

	private DataSource failingOnce(AtomicReference<Throwable> thrown) {
		return new DelegatingDataSource(this.book.database) {
			@Override
			public Connection getConnection() throws SQLException {
				switch (thrown.getAndSet(null)) {
					case RuntimeException ex -> throw ex;
					case Error ex -> throw ex;
					case null, default -> {
						return super.getConnection();
					}
				}
			}
		};
	}

	private void reader(String name, int segments, TrackingToken token) {
		this.tokens.initializeTokenSegments(name, segments, token);
		for (int segment = 0; segment < segments; segment++) {
			this.tokens.fetchToken(name, segment);
		}
	}

	private void stand(String name, int segment, TrackingToken token) {
		this.tokens.storeToken(token, name, segment);
	}

	private static TrackingToken at(long position) {
		return new GlobalSequenceTrackingToken(position);
	}

}
