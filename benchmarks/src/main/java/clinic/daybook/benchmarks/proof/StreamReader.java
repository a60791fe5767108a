package clinic.daybook.benchmarks.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import clinic.daybook.book.BookJson;
import clinic.daybook.book.BookUnavailableException;
import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps its own token, in the transaction that notes what it saw. */
final class StreamReader implements Reader {

	private static final Logger logger = LoggerFactory.getLogger(StreamReader.class);

	private static final int BATCH = 200;

	private static final int TURN_MILLIS = 50;

	private static final Serializer TOKENS = BookJson.tokens();

	private final String name;

	private final HikariDataSource pool;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	private final SeenEvents seen;

	private final EventStore store;

	private final Thread thread = Thread.ofPlatform().name("reader").unstarted(this::run);

	private volatile @Nullable Throwable defect;

	private volatile boolean closed;

	private StreamReader(String name, HikariDataSource pool, EventStore store) {
		this.name = name;
		this.pool = pool;
		this.jdbc = new JdbcTemplate(pool);
		this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
		this.seen = new SeenEvents(this.jdbc);
		this.store = store;
	}

	static StreamReader start(String name, Contender contender, String url) {
		HikariDataSource pool = Pools.to(url, 3);
		StreamReader reader = new StreamReader(name, pool, contender.store(pool, url));
		reader.thread.setUncaughtExceptionHandler((thread, failure) -> reader.defect = failure);
		reader.thread.start();
		return reader;
	}

	private void run() {
		while (!this.closed) {
			try (BlockingStream<TrackedEventMessage<?>> stream = this.store.openStream(token())) {
				read(stream);
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (BookUnavailableException | EventStoreException | DataAccessException | TransactionException ex) {
				// From the token on, wherever that stands now.
				logger.info("The reader begins anew", ex);
				rest();
			}
		}
	}

	private void read(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
		while (!this.closed) {
			List<TrackedEventMessage<?>> batch = new ArrayList<>();
			if (stream.hasNextAvailable(TURN_MILLIS, TimeUnit.MILLISECONDS)) {
				while (batch.size() < BATCH && stream.hasNextAvailable()) {
					batch.add(stream.nextAvailable());
				}
				this.transactions.executeWithoutResult((status) -> advance(batch));
			}
		}
	}

	private void advance(List<TrackedEventMessage<?>> batch) {
		this.seen.note(this.name, batch);
		SerializedObject<byte[]> token = TOKENS.serialize(batch.getLast().trackingToken(), byte[].class);
		this.jdbc.update("""
				insert into proof.place (reader, token, token_type) values (?, ?, ?)
				on conflict (reader) do update set token = excluded.token, token_type = excluded.token_type
				""", this.name, token.getData(), token.getType().getName());
	}

	private @Nullable TrackingToken token() {
		return this.jdbc
			.query("select token, token_type from proof.place where reader = ?",
					(row, number) -> new SimpleSerializedObject<>(row.getBytes(1), byte[].class, row.getString(2),
							null),
					this.name)
			.stream()
			.map((token) -> TOKENS.<byte[], TrackingToken>deserialize(token))
			.findFirst()
			.orElse(null);
	}

	private void awaitEnd() {
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void rest() {
		try {
			TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
		}
		catch (InterruptedException ex) {
			this.closed = true;
		}
	}

	@Override
	public void close() {
		this.closed = true;
		awaitEnd();
		Stores.close(this.store);
		this.pool.close();
		if (this.defect != null) {
			throw new IllegalStateException("The reader met with what it should not have", this.defect);
		}
	}

}
