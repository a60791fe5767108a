package clinic.daybook.book;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.AbstractDataSource;

import static clinic.daybook.book.TestBook.noted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class StreamingTest {

	/** So long that a test which needs anybody to look by himself fails. */
	private static final long NEVER = TimeUnit.MINUTES.toMillis(10);

	private static final String LISTENERS = """
			select pid from pg_stat_activity where datname = current_database() and query = 'listen book'
			""";

	@AutoClose
	private final TestBook book = new TestBook();

	private final BookEventStore store = new BookEventStore(this.book.engine, this.book.database,
			Duration.ofMillis(NEVER));

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void aPooledProcessorIsToldOfNewEvents() throws Exception {
		try (TestProcessor processor = new TestProcessor("p", this.store, this.book.database, NEVER)) {
			this.store.publish(noted("l-1", 0));
			processor.start();
			processor.awaitHandled(1);

			this.store.publish(noted("l-1", 1), noted("l-2", 0));
			processor.awaitHandled(2, 3);
			this.store.publish(noted("l-1", 2));
			processor.awaitHandled(4);
		}
	}

	@Test
	void aPooledProcessorIsToldOfWhatOthersWrite() throws Exception {
		try (TestProcessor processor = new TestProcessor("p", this.store, this.book.database, NEVER)) {
			processor.start();
			this.book.append(noted("l-1", 0));
			processor.awaitHandled(1);
			this.book.append(noted("l-1", 1));
			processor.awaitHandled(2);
		}
	}

	@Test
	void aPooledProcessorIsToldEvenIfNobodyCanListen() throws Exception {
		try (BookEventStore deaf = new BookEventStore(this.book.engine, new DeafDataSource(), Duration.ofMillis(NEVER));
				TestProcessor processor = new TestProcessor("p", deaf, this.book.database, NEVER)) {
			processor.start();
			deaf.publish(noted("l-1", 0));
			processor.awaitHandled(1);
			deaf.publish(noted("l-1", 1));
			processor.awaitHandled(2);
		}
	}

	@Test
	void whatNobodyToldOfIsFoundAllTheSame() throws Exception {
		try (BookEventStore deaf = new BookEventStore(this.book.engine, new DeafDataSource());
				TestProcessor processor = new TestProcessor("p", deaf, this.book.database, NEVER)) {
			processor.start();
			deaf.publish(noted("l-1", 0));
			processor.awaitHandled(1);
			this.book.append(noted("l-1", 1));
			processor.awaitHandled(2);
		}
	}

	@Test
	void aProcessorCanBeResetAndReadsAllAgain() throws Exception {
		try (TestProcessor processor = new TestProcessor("p", this.store, this.book.database, NEVER)) {
			processor.start();
			this.store.publish(noted("l-1", 0), noted("l-1", 1));
			processor.awaitHandled(1, 2);

			processor.reset();
			processor.awaitHandled(1, 2);
			this.store.publish(noted("l-1", 2));
			processor.awaitHandled(3);
		}
	}

	@Test
	void aStreamFarBehindGetsEverythingOnce() throws Exception {
		int many = 2 * Pages.SIZE + 3;
		this.book.appendMany("l-1", many);
		try (TrackingEventStream stream = this.store.openStream(null)) {
			for (long position = 1; position <= many; position++) {
				assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(position));
			}
			assertThat(stream.hasNextAvailable()).isFalse();
			this.store.publish(noted("l-1", many));
			assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
			assertThat(stream.peek()).containsSame(stream.nextAvailable());
			assertThat(stream.peek()).isEmpty();
		}
	}

	@Test
	void streamsOpenedAtDifferentPlacesSeeTheSameFromThere() throws Exception {
		this.store.publish(noted("l-1", 0), noted("l-1", 1));
		try (TrackingEventStream all = this.store.openStream(null);
				TrackingEventStream last = this.store.openStream(new GlobalSequenceTrackingToken(1))) {
			this.store.publish(noted("l-1", 2));

			assertThat(take(all, 3)).containsExactly(1L, 2L, 3L);
			assertThat(take(last, 2)).containsExactly(2L, 3L);
		}
	}

	@Test
	void aStreamThatWasSlowMissesNothing() throws Exception {
		int many = 6 * Pages.SIZE * 2;
		try (TrackingEventStream slow = this.store.openStream(null);
				TrackingEventStream quick = this.store.openStream(null)) {
			DomainEventMessage<?>[] batch = new DomainEventMessage<?>[100];
			for (int sequence = 0; sequence < many; sequence += batch.length) {
				for (int at = 0; at < batch.length; at++) {
					batch[at] = noted("l-1", sequence + at);
				}
				this.store.publish(List.of(batch));
			}
			assertThat(take(quick, many)).hasSize(many).isSorted().doesNotHaveDuplicates();
			assertThat(take(slow, many)).hasSize(many).isSorted().doesNotHaveDuplicates();
		}
	}

	@Test
	void theCallbackComesOnlyWhenTheEventCanBeHad() throws Exception {
		try (TrackingEventStream stream = this.store.openStream(null)) {
			CountDownLatch had = new CountDownLatch(1);
			assertThat(stream.setOnAvailableCallback(() -> {
				if (stream.hasNextAvailable()) {
					had.countDown();
				}
			})).isTrue();
			this.store.publish(noted("l-1", 0));

			assertThat(had.await(20, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void aCallbackThatFailsHarmsNoOther() throws Exception {
		try (TrackingEventStream failing = this.store.openStream(null);
				TrackingEventStream stream = this.store.openStream(null)) {
			CountDownLatch told = new CountDownLatch(2);
			failing.setOnAvailableCallback(() -> {
				throw new IllegalStateException("on purpose");
			});
			stream.setOnAvailableCallback(told::countDown);
			this.store.publish(noted("l-1", 0));
			assertThat(stream.nextAvailable()).isNotNull();
			this.store.publish(noted("l-1", 1));

			assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void aClosedStreamIsToldNothing() throws Exception {
		AtomicInteger told = new AtomicInteger();
		TrackingEventStream closed = this.store.openStream(null);
		closed.setOnAvailableCallback(told::incrementAndGet);
		closed.close();
		try (TrackingEventStream stream = this.store.openStream(null)) {
			this.store.publish(noted("l-1", 0));
			assertThat(stream.nextAvailable()).isNotNull();
		}
		assertThat(told).hasValue(0);
		assertThat(closed.hasNextAvailable(20, TimeUnit.SECONDS)).isFalse();
		assertThatIllegalStateException().isThrownBy(closed::nextAvailable);
	}

	@Test
	void theListenerComesBackAfterItsConnectionWasCut() throws Exception {
		try (TestProcessor processor = new TestProcessor("p", this.store, this.book.database, NEVER)) {
			processor.start();
			this.book.append(noted("l-1", 0));
			processor.awaitHandled(1);
			Integer first = awaitListenerOtherThan(null);
			this.book.jdbc.queryForList("select pg_terminate_backend(?)", first);

			this.book.append(noted("l-1", 1));
			processor.awaitHandled(2);
			awaitListenerOtherThan(first);
			this.book.append(noted("l-1", 2));
			processor.awaitHandled(3);
		}
	}

	@Test
	void whatOthersSayOnTheChannelDoesNoHarm() throws Exception {
		try (TestProcessor processor = new TestProcessor("p", this.store, this.book.database, NEVER)) {
			processor.start();
			awaitListenerOtherThan(null);
			this.book.jdbc.execute("notify book, 'hello'");
			this.book.append(noted("l-1", 0));
			processor.awaitHandled(1);
			this.book.append(noted("l-1", 1));
			processor.awaitHandled(2);
		}
	}

	@Test
	void nothingIsLeftBehindByAStoreThatIsClosed() throws Exception {
		this.store.openStream(null).close();
		awaitListenerOtherThan(null);
		this.store.close();

		awaitNoListener();
		assertThatIllegalStateException().isThrownBy(() -> this.store.openStream(null));
	}

	@Test
	void subscribersAreRefused() {
		assertThatIllegalStateException().isThrownBy(() -> this.store.subscribe((events) -> {
		}));
	}

	@Test
	void tokensOfOtherStoresAreRefused() {
		TrackingToken foreign = new GapAwareTrackingToken(3, List.of(2L));

		assertThatIllegalArgumentException().isThrownBy(() -> this.store.openStream(foreign));
	}

	private static List<Long> take(TrackingEventStream stream, int count) throws InterruptedException {
		List<Long> positions = new ArrayList<>();
		while (positions.size() < count && stream.hasNextAvailable(20, TimeUnit.SECONDS)) {
			positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
		}
		return positions;
	}

	private Integer awaitListenerOtherThan(Integer former) {
		return await()
			.until(() -> this.book.jdbc.queryForList(LISTENERS, Integer.class)
				.stream()
				.filter((pid) -> !pid.equals(former))
				.findFirst(), Optional::isPresent)
			.orElseThrow();
	}

	private void awaitNoListener() {
		await().until(() -> this.book.jdbc.queryForList(LISTENERS, Integer.class).isEmpty());
	}

	/** Gives no connection to listen on. */
	private static final class DeafDataSource extends AbstractDataSource {

		@Override
		public Connection getConnection() throws SQLException {
			throw new SQLException("No connection on purpose", "08001");
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

	}

}
