package clinic.daybook.book;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends to the book and reads from it.
 * <p>
 * An append is written whole, all events and claims of it, or not at all. Appends of many
 * threads share a call and a commit, and each is judged on its own. One that is made
 * within a Spring transaction joins that, and should then be the last thing it does,
 * since it holds the book's head until the commit. An append ends in
 * <ul>
 * <li>{@link StaleStreamException} when a stream has moved on, or plain
 * {@link org.axonframework.modelling.command.ConcurrencyException} when another
 * transaction came in between: decide again,</li>
 * <li>{@link ClaimTakenException} when somebody else has what it claims,</li>
 * <li>{@link BookUnavailableException} when the book can't be reached or is too busy:
 * nothing was written, unless it is an {@link OutcomeUnknownException},</li>
 * <li>{@link EventStoreException} for anything else, which is a defect.</li>
 * </ul>
 * To append events that stand already with the same ids, streams and sequences is no
 * error: that is how a lost answer is asked for again.
 */
public final class BookStorageEngine extends AbstractEventStorageEngine implements AutoCloseable {

	private static final String PAGE_OF_BOOK = "select " + StoredEvent.COLUMNS + """
			 from book.event
			where position > ?
			order by position
			limit ?
			""";

	/**
	 * Time never runs backwards in a stream, so what was recorded by then comes first.
	 */
	private static final String PAGE_OF_STREAM = "select " + StoredEvent.COLUMNS + """
			 from book.event
			where stream = ? and sequence > ? and at <= ?
			order by sequence
			limit ?
			""";

	private final DataSource dataSource;

	private final JdbcTemplate jdbc;

	private final ClaimRules claimRules;

	private final SnapshotStore snapshots;

	private final Appender appender;

	public BookStorageEngine(BookSetup setup) {
		super(new Parts(setup));
		this.dataSource = setup.dataSource();
		this.jdbc = new JdbcTemplate(this.dataSource);
		this.claimRules = setup.claimRules();
		this.snapshots = new SnapshotStore(this.jdbc, setup.snapshots());
		this.appender = new Appender(setup.appendOn(), setup.limits());
	}

	@Override
	protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
		if (events.isEmpty()) {
			return;
		}
		switch (send(AppendRequest.of(events, serializer, this.claimRules))) {
			case Outcome.Won won -> Receipt.note(won.last());
			case Outcome.Seen seen -> Receipt.note(seen.last());
			case Outcome.Stale(String stream, long lastSequence) ->
				throw new StaleStreamException(stream, lastSequence);
			case Outcome.Claimed(String kind, String key) -> throw new ClaimTakenException(kind, key);
			case Outcome.Clash clash ->
				throw new EventStoreException("An event's identifier has been used for another event");
		}
	}

	private Outcome send(AppendRequest request) {
		return isInTransaction() ? within(request) : this.appender.append(request);
	}

	/** How many appends wait their turn now. */
	public int waitingAppends() {
		return this.appender.waiting();
	}

	private boolean isInTransaction() {
		return TransactionSynchronizationManager.isActualTransactionActive()
				&& TransactionSynchronizationManager.hasResource(this.dataSource);
	}

	private Outcome within(AppendRequest request) {
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try {
			return AppendCall.within(connection, request);
		}
		catch (SQLException ex) {
			throw Failures.translated(ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

	@Override
	protected Stream<? extends DomainEventData<?>> readEventData(String stream, long firstSequence) {
		return pagesOf(stream, firstSequence, OffsetDateTime.MAX);
	}

	/** From a sequence on, as far as they were recorded by then. */
	DomainEventStream readEvents(String stream, long firstSequence, Instant upTo) {
		return EventStreamUtils.upcastAndDeserializeDomainEvents(
				pagesOf(stream, firstSequence, upTo.atOffset(ZoneOffset.UTC)), getEventSerializer(),
				this.upcasterChain);
	}

	private Stream<StoredEvent> pagesOf(String stream, long firstSequence, OffsetDateTime upTo) {
		return Pages.after(
				firstSequence - 1, (sequence) -> read(() -> this.jdbc.query(PAGE_OF_STREAM,
						(row, number) -> StoredEvent.of(row), stream, sequence, upTo, Pages.SIZE)),
				StoredEvent::sequence);
	}

	/** Never blocks: {@link BookEventStore} knows how to wait. */
	@Override
	protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
		return Pages.after(positionOf(token), (position) -> read(
				() -> this.jdbc.query(PAGE_OF_BOOK, (row, number) -> StoredEvent.of(row), position, Pages.SIZE)),
				StoredEvent::position);
	}

	@Override
	public Optional<Long> lastSequenceNumberFor(String stream) {
		return Optional.ofNullable(read(() -> this.jdbc.queryForObject("""
				select max(sequence) from book.event where stream = ?
				""", Long.class, stream)));
	}

	@Override
	public TrackingToken createTailToken() {
		return new GlobalSequenceTrackingToken(0);
	}

	@Override
	public TrackingToken createHeadToken() {
		return new GlobalSequenceTrackingToken(headPosition());
	}

	@Override
	public TrackingToken createTokenAt(Instant instant) {
		Long before = read(() -> this.jdbc.queryForObject("""
				select coalesce(min(position) - 1, (select position from book.head))
				from book.event
				where at >= ?
				""", Long.class, instant.atOffset(ZoneOffset.UTC)));
		return new GlobalSequenceTrackingToken((before != null) ? before : 0);
	}

	/** The position of the last event; 0 if there is none. */
	long headPosition() {
		Long position = read(() -> this.jdbc.queryForObject("select position from book.head", Long.class));
		return (position != null) ? position : 0;
	}

	/**
	 * The newest snapshot that can be relied on: of a type and revision that are known,
	 * unchanged since it was stored, and taken of the history that stands.
	 */
	@Override
	public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
		return read(() -> this.snapshots.newest(stream));
	}

	/** The newest that was taken at an event recorded by then. */
	Optional<DomainEventMessage<?>> readSnapshot(String stream, Instant upTo) {
		return read(() -> this.snapshots.newest(stream, upTo));
	}

	/** Not asked for: {@link #readSnapshot(String)} reads by itself. */
	@Override
	protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
		return Stream.empty();
	}

	@Override
	protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
		read(() -> {
			this.snapshots.store(snapshot);
			return snapshot;
		});
	}

	static long positionOf(@Nullable TrackingToken token) {
		TrackingToken plain = WrappedToken.unwrapLowerBound(token);
		return switch (plain) {
			case null -> 0;
			case GlobalSequenceTrackingToken position -> position.getGlobalIndex();
			default -> throw new IllegalArgumentException(
					"The book doesn't give out tokens of type " + plain.getClass().getSimpleName());
		};
	}

	private static <T extends @Nullable Object> T read(Supplier<T> query) {
		try {
			return query.get();
		}
		catch (DataAccessException ex) {
			throw Failures.translated(ex);
		}
	}

	/**
	 * Writes what waits, for as long as the limits allow, and refuses what comes later.
	 */
	@Override
	public void close() {
		this.appender.close();
	}

	private static final class Parts extends Builder {

		Parts(BookSetup setup) {
			eventSerializer(setup.events());
			snapshotSerializer(setup.snapshots());
			upcasterChain(setup.upcasters());
		}

	}

}
