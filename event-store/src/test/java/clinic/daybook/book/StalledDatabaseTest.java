package clinic.daybook.book;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static clinic.daybook.book.Callers.assertFailed;
import static clinic.daybook.book.Callers.assertWrittenAt;
import static clinic.daybook.book.TestBook.noted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * When the database stalls, everybody is answered in time and truly, and when it is back,
 * so is the book.
 */
class StalledDatabaseTest {

	private static final Duration SHORT = Duration.ofMillis(300);

	private static final String BACKENDS = """
			select pid from pg_stat_activity
			where datname = current_database() and query like '%book.append_each%' and pid <> pg_backend_pid()
			""";

	@AutoClose
	private final TestBook book = new TestBook();

	@Test
	void whoStillWaitsWhenTheTimeIsUpIsWithdrawn() throws Exception {
		CountDownLatch connecting = new CountDownLatch(1);
		DataSource slow = new DelegatingDataSource(this.book.database) {
			@Override
			public Connection getConnection() throws SQLException {
				try {
					connecting.await();
				}
				catch (InterruptedException ex) {
					throw new SQLException(ex);
				}
				return super.getConnection();
			}
		};
		BookStorageEngine engine = this.book
			.engine(TestBook.setupOn(slow).within(AppendLimits.DEFAULT.withPatience(SHORT)));
		try (Callers callers = new Callers(engine)) {
			Future<Long> first = callers.append(noted("first", 0));
			Future<Long> second = callers.append(noted("second", 0));

			assertFailed(BookUnavailableException.class, first).withMessage("The book was too busy");
			assertFailed(BookUnavailableException.class, second).withMessage("The book was too busy");
			assertThat(engine.waitingAppends()).isZero();
			connecting.countDown();
			appendAtLast(engine, noted("third", 0));
		}
		assertThat(streams()).containsExactly("third");
	}

	@Test
	void nobodyWaitsLongerForTheHeadThanThereIsTime() throws Exception {
		BookStorageEngine engine = this.book.engineWithin(SHORT);
		try (HeldHead held = new HeldHead(this.book)) {
			assertThat(held.isHeld()).isTrue();
			assertThatExceptionOfType(BookUnavailableException.class)
				.isThrownBy(() -> engine.appendEvents(noted("first", 0)));
		}
		appendAtLast(engine, noted("second", 0));
		assertThat(streams()).containsExactly("second");
	}

	@Test
	void oneMoreThanMayWaitIsRefusedAtOnce() throws Exception {
		BookStorageEngine engine = this.book
			.engine(TestBook.setupOn(this.book.database).within(new AppendLimits(TestBook.GENEROUS, 1, 64)));
		try (Callers callers = new Callers(engine)) {
			Future<Long> queued;
			try (HeldHead held = new HeldHead(this.book)) {
				callers.append(noted("first", 0));
				held.awaitWaitingBackend();
				queued = callers.queue(noted("second", 0));

				assertThatExceptionOfType(BookUnavailableException.class)
					.isThrownBy(() -> engine.appendEvents(noted("third", 0)))
					.withMessage("Too many appends are waiting");
			}
			assertWrittenAt(2, queued);
		}
		assertThat(this.book.all()).hasSize(2);
	}

	/**
	 * A process that has stopped can't be waited for: whether it will write what it was
	 * sent when it goes on is not known.
	 */
	@Test
	void whoIsUnderWayWhenTheTimeIsUpIsToldThatNobodyKnows() throws Exception {
		BookStorageEngine engine = this.book.engineWithin(SHORT);
		engine.appendEvents(noted("l-1", 0));
		DomainEventMessage<?> lost = noted("l-1", 1);
		try (Stopped backend = new Stopped(backend())) {
			assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> engine.appendEvents(lost));
			// On another connection, while that one is still standing there.
			appendAtLast(engine, lost);
			backend.goesOnAndEnds();
		}
		assertThat(this.book.all()).hasSize(2);
	}

	@Test
	void whatAProcessWasSentBeforeItStoppedIsNotDoneBehindEverybodysBack() throws Exception {
		BookStorageEngine engine = this.book.engineWithin(SHORT);
		try (Callers callers = new Callers(engine)) {
			Stopped backend;
			try (HeldHead held = new HeldHead(this.book)) {
				Future<Long> first = callers.append(noted("l-1", 0));
				backend = new Stopped(held.awaitWaitingBackend());
				assertFailed(OutcomeUnknownException.class, first);
			}
			try (backend) {
				appendAtLast(engine, noted("l-2", 0));
				backend.goesOnAndEnds();
			}
		}
		assertThat(streams()).containsExactly("l-2");
	}

	@Test
	void whoseAnswerWasLostAndCannotBeAskedForAgainIsToldThatNobodyKnows() {
		BrokenCall broken = new BrokenCall(this.book.database, BrokenCall.When.BEFORE_THE_ANSWER);
		broken.staysBroken = true;
		BookStorageEngine engine = this.book
			.engine(TestBook.setupOn(broken).within(AppendLimits.DEFAULT.withPatience(SHORT)));

		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> engine.appendEvents(noted("l-1", 0)));

		assertThat(this.book.all()).hasSize(1);
	}

	/** Else it would write what has been judged anew in the meantime. */
	@Test
	void theProcessBehindALostConnectionIsEnded() throws Exception {
		Cuts cuts = new Cuts(this.book);
		try (Callers callers = new Callers(this.book.engineOn(cuts))) {
			Future<Long> first;
			try (HeldHead held = new HeldHead(this.book)) {
				first = callers.append(noted("l-1", 0));
				int pid = held.awaitWaitingBackend();
				cuts.cut();

				await().until(() -> held.awaitWaitingBackend() != pid);
			}
			assertWrittenAt(1, first);
		}
		assertThat(this.book.all()).hasSize(1);
	}

	@Test
	void aConnectionThatWasEndedWhileNothingHappenedIsReplaced() throws Exception {
		this.book.append(noted("l-1", 0));
		this.book.jdbc.queryForList("select pg_terminate_backend(?, 10000)", backend());

		this.book.append(noted("l-1", 1));

		assertThat(this.book.headPosition()).isEqualTo(2);
	}

	@Test
	void aDatabaseThatIsGoneIsUnavailableUntilItIsBack() {
		String name = this.book.database.getDatabaseName();
		BookStorageEngine engine = this.book.engineWithin(SHORT);
		this.book.database.setDatabaseName("gone");
		assertThatExceptionOfType(BookUnavailableException.class)
			.isThrownBy(() -> engine.appendEvents(noted("l-1", 0)));

		this.book.database.setDatabaseName(name);
		appendAtLast(engine, noted("l-1", 0));

		assertThat(this.book.all()).hasSize(1);
	}

	@Test
	void aServerThatOnlyReadsIsTriedAgain() {
		String name = this.book.database.getDatabaseName();
		BookStorageEngine engine = this.book.engineWithin(SHORT);
		this.book.jdbc.execute("alter database " + name + " set default_transaction_read_only = on");
		assertThatExceptionOfType(BookUnavailableException.class)
			.isThrownBy(() -> engine.appendEvents(noted("l-1", 0)));

		this.book.jdbc.execute((ConnectionCallback<Boolean>) (connection) -> {
			connection.setReadOnly(false);
			try (Statement statement = connection.createStatement()) {
				statement.execute("set default_transaction_read_only = off");
				return statement.execute("alter database " + name + " set default_transaction_read_only = off");
			}
		});
		appendAtLast(engine, noted("l-1", 0));

		assertThat(this.book.all()).hasSize(1);
	}

	@Test
	void whoIsInterruptedWhileWaitingIsWithdrawn() throws Exception {
		try (Callers callers = new Callers(this.book.engine)) {
			Future<Long> first;
			Interrupted interrupted = new Interrupted(this.book.engine);
			try (HeldHead held = new HeldHead(this.book)) {
				first = callers.append(noted("first", 0));
				held.awaitWaitingBackend();
				interrupted.start(noted("second", 0));
				await().until(() -> this.book.engine.waitingAppends() == 1);
				interrupted.thread.interrupt();

				interrupted.thread.join();
				assertThat(interrupted.failure).isExactlyInstanceOf(BookUnavailableException.class);
				assertThat(interrupted.knows).as("that it was interrupted").isTrue();
			}
			assertWrittenAt(1, first);
		}
		assertThat(this.book.all()).hasSize(1);
	}

	@Test
	void whoIsInterruptedWhileUnderWayStillGetsTheAnswer() throws Exception {
		Interrupted interrupted = new Interrupted(this.book.engine);
		try (HeldHead held = new HeldHead(this.book)) {
			interrupted.start(noted("first", 0));
			held.awaitWaitingBackend();
			interrupted.thread.interrupt();
		}
		interrupted.thread.join();
		assertThat(interrupted.failure).isNull();
		assertThat(interrupted.knows).as("that it was interrupted").isTrue();
		assertThat(this.book.all()).hasSize(1);
	}

	@Test
	void whatWaitsWhenTheBookIsClosedIsStillWritten() throws Exception {
		try (Callers callers = new Callers(this.book.engine)) {
			Future<Long> first;
			Future<Long> second;
			Thread closing = Thread.ofVirtual().unstarted(this.book.engine::close);
			try (HeldHead held = new HeldHead(this.book)) {
				first = callers.append(noted("first", 0));
				held.awaitWaitingBackend();
				second = callers.queue(noted("second", 0));
				closing.start();
				await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
				assertThatExceptionOfType(BookUnavailableException.class)
					.isThrownBy(() -> this.book.append(noted("late", 0)))
					.withMessage("The book is closed");
			}
			assertWrittenAt(1, first);
			assertWrittenAt(2, second);
			closing.join();
		}
		await().until(() -> this.book.jdbc.queryForList(BACKENDS, Integer.class).isEmpty());
	}

	@Test
	void aBookThatCannotBeWrittenCanBeClosed() throws Exception {
		BookStorageEngine engine = this.book.engineWithin(SHORT);
		try (Callers callers = new Callers(engine); HeldHead held = new HeldHead(this.book)) {
			Future<Long> first = callers.append(noted("first", 0));
			try (Stopped backend = new Stopped(held.awaitWaitingBackend())) {
				engine.close();
				assertFailed(OutcomeUnknownException.class, first);
				assertThat(backend.isThere()).isTrue();
			}
		}
		assertThatExceptionOfType(BookUnavailableException.class)
			.isThrownBy(() -> engine.appendEvents(noted("late", 0)));
	}

	/** Others may still be in the way for a moment. */
	private static void appendAtLast(BookStorageEngine engine, DomainEventMessage<?> event) {
		await().ignoreExceptionsInstanceOf(BookUnavailableException.class).until(() -> {
			engine.appendEvents(event);
			return true;
		});
	}

	private int backend() {
		return this.book.jdbc.queryForList(BACKENDS, Integer.class).getFirst();
	}

	private List<String> streams() {
		return this.book.jdbc.queryForList("select stream from book.event order by position", String.class);
	}

	/** A process of PostgreSQL's that does nothing, until it is closed. */
	private final class Stopped implements AutoCloseable {

		private final int pid;

		Stopped(int pid) throws IOException {
			this.pid = pid;
			send("-STOP");
		}

		boolean isThere() {
			return StalledDatabaseTest.this.book.jdbc.queryForList(BACKENDS, Integer.class).contains(this.pid);
		}

		void goesOnAndEnds() throws IOException {
			close();
			await().until(() -> !isThere());
		}

		@Override
		public void close() throws IOException {
			send("-CONT");
		}

		private void send(String signal) throws IOException {
			new ProcessBuilder("kill", signal, Integer.toString(this.pid)).start().onExit().join();
		}

	}

	/** Connections that can be cut from outside. */
	private static final class Cuts extends DelegatingDataSource {

		private final Queue<Connection> open = new ConcurrentLinkedQueue<>();

		Cuts(TestBook book) {
			super(book.database);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			this.open.add(connection);
			return connection;
		}

		void cut() throws SQLException {
			for (Connection connection : this.open) {
				connection.abort(Runnable::run);
			}
		}

	}

	/** A caller that will be interrupted. */
	private static final class Interrupted {

		private final BookStorageEngine engine;

		private volatile Throwable failure;

		private volatile boolean knows;

		private Thread thread;

		Interrupted(BookStorageEngine engine) {
			this.engine = engine;
		}

		void start(DomainEventMessage<?> event) {
			this.thread = Thread.ofVirtual().start(() -> {
				try {
					this.engine.appendEvents(event);
				}
				catch (RuntimeException ex) {
					this.failure = ex;
				}
				this.knows = Thread.currentThread().isInterrupted();
			});
		}

	}

}
