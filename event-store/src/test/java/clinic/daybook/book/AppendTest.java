package clinic.daybook.book;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import static clinic.daybook.book.TestBook.NINE;
import static clinic.daybook.book.TestBook.event;
import static clinic.daybook.book.TestBook.noted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AppendTest {

	@AutoClose
	private final TestBook book = new TestBook();

	@Test
	void whatIsWrittenIsReadBack() {
		Ledger.Noted note = new Ledger.Noted("été", NINE, 7, null, List.of("a", "b"));
		DomainEventMessage<Ledger> first = event("l-1", 0, new Ledger.Opened("o", ZoneId.of("America/Bogota")));
		DomainEventMessage<Ledger> second = event("l-1", 1, note, NINE.plusNanos(123_456_789));
		this.book.append(first, second);

		List<? extends DomainEventMessage<?>> stream = this.book.engine.readEvents("l-1").asStream().toList();

		assertThat(stream).extracting((read) -> (Object) read.getPayload()).containsExactly(first.getPayload(), note);
		DomainEventMessage<?> read = stream.get(1);
		assertThat(read.getIdentifier()).isEqualTo(second.getIdentifier());
		assertThat(read.getAggregateIdentifier()).isEqualTo("l-1");
		assertThat(read.getType()).isEqualTo("Ledger");
		assertThat(read.getSequenceNumber()).isEqualTo(1);
		assertThat(read.getTimestamp()).as("in microseconds").isEqualTo(NINE.plusNanos(123_456_000));
		assertThat(read.getMetaData()).isEqualTo(second.getMetaData());
	}

	@Test
	void anAppendOfNothingWritesNothing() {
		this.book.append(noted("l-1", 0));

		assertThat(Receipt.of(() -> {
			this.book.append();
			return "done";
		})).isEqualTo(new Receipt<>("done", OptionalLong.empty()));
		assertThat(this.book.headPosition()).isEqualTo(1);
	}

	@Test
	void oneAppendCannotHaveASequenceTwice() {
		assertThatExceptionOfType(StaleStreamException.class)
			.isThrownBy(() -> this.book.append(noted("l-1", 0), noted("l-1", 0)));
		assertThat(this.book.all()).isEmpty();
	}

	@Test
	void aStreamCanBeReadFromASequenceOn() {
		this.book.append(noted("l-1", 0), noted("l-1", 1), noted("l-1", 2));

		assertThat(this.book.engine.readEvents("l-1", 1).asStream().map(DomainEventMessage::getSequenceNumber))
			.containsExactly(1L, 2L);
		assertThat(this.book.engine.lastSequenceNumberFor("l-1")).contains(2L);
		assertThat(this.book.engine.lastSequenceNumberFor("l-2")).isEmpty();
	}

	@Test
	void longStreamsAreReadPageByPage() {
		int many = 2 * Pages.SIZE;
		this.book.appendMany("l-1", many);

		assertThat(this.book.engine.readEvents("l-1").asStream().map(DomainEventMessage::getSequenceNumber))
			.hasSize(many)
			.isSorted();
		assertThat(positions(this.book.all())).hasSize(many).isSorted();
	}

	@Test
	void positionsCountEveryEventOfTheBook() {
		this.book.append(noted("l-1", 0), noted("l-2", 0));
		this.book.append(noted("l-1", 1));

		assertThat(positions(this.book.all())).containsExactly(1L, 2L, 3L);
		assertThat(positions(this.book.engine.readEvents(new GlobalSequenceTrackingToken(2), false).toList()))
			.containsExactly(3L);
		assertThat(this.book.headPosition()).isEqualTo(3);
	}

	@Test
	void tokensPointToTheTailTheHeadAndATime() {
		assertThat(this.book.engine.createHeadToken()).isEqualTo(this.book.engine.createTailToken());
		this.book.append(event("l-1", 0, TestBook.note("a"), NINE));
		this.book.append(event("l-1", 1, TestBook.note("b"), NINE.plusSeconds(60)));

		assertThat(this.book.engine.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
		assertThat(this.book.engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
		assertThat(this.book.engine.createTokenAt(NINE)).isEqualTo(new GlobalSequenceTrackingToken(0));
		assertThat(this.book.engine.createTokenAt(NINE.plusSeconds(1))).isEqualTo(new GlobalSequenceTrackingToken(1));
		assertThat(this.book.engine.createTokenAt(NINE.plusSeconds(61))).isEqualTo(new GlobalSequenceTrackingToken(2));
	}

	@Test
	void aSequenceThatStandsAlreadyIsStale() {
		this.book.append(noted("l-1", 0), noted("l-1", 1));

		assertThatExceptionOfType(StaleStreamException.class).isThrownBy(() -> this.book.append(noted("l-1", 1)))
			.isInstanceOf(ConcurrencyException.class)
			.satisfies((ex) -> assertThat(ex.stream()).isEqualTo("l-1"))
			.satisfies((ex) -> assertThat(ex.lastSequence()).isEqualTo(1));
		assertThat(this.book.all()).hasSize(2);
	}

	@Test
	void aSequenceThatIsAheadIsStaleToo() {
		assertThatExceptionOfType(StaleStreamException.class).isThrownBy(() -> this.book.append(noted("l-1", 1)))
			.satisfies((ex) -> assertThat(ex.lastSequence()).isEqualTo(-1));
		assertThatExceptionOfType(StaleStreamException.class)
			.isThrownBy(() -> this.book.append(noted("l-1", 0), noted("l-1", 2)))
			.satisfies((ex) -> assertThat(ex.lastSequence()).as("nothing of it stands").isEqualTo(-1));
		assertThat(this.book.all()).isEmpty();
	}

	@Test
	void twoStreamsAreWrittenBothOrNeither() {
		this.book.append(noted("l-2", 0));

		assertThatExceptionOfType(StaleStreamException.class)
			.isThrownBy(() -> this.book.append(noted("l-1", 0), noted("l-2", 0)))
			.satisfies((ex) -> assertThat(ex.stream()).isEqualTo("l-2"));
		assertThat(this.book.engine.readEvents("l-1").asStream()).isEmpty();
		assertThat(this.book.headPosition()).isEqualTo(1);

		this.book.append(noted("l-1", 0), noted("l-2", 1));
		assertThat(positions(this.book.all())).containsExactly(1L, 2L, 3L);
		assertThat(new BookChain(this.book.database).verify().intact()).isTrue();
	}

	@Test
	void anAppendThatStandsAlreadyIsWon() {
		DomainEventMessage<Ledger> first = noted("l-1", 0);
		DomainEventMessage<Ledger> second = noted("l-2", 0);
		this.book.append(first, second);
		this.book.append(noted("l-1", 1));

		Receipt<String> again = Receipt.of(() -> {
			this.book.append(first, second);
			return "done";
		});

		assertThat(again).isEqualTo(new Receipt<>("done", OptionalLong.of(2)));
		assertThat(this.book.headPosition()).isEqualTo(3);
	}

	@Test
	void anAppendOfWhichAPartStandsAlreadyIsStale() {
		DomainEventMessage<Ledger> first = noted("l-1", 0);
		this.book.append(first);

		assertThatExceptionOfType(StaleStreamException.class)
			.isThrownBy(() -> this.book.append(first, noted("l-2", 0)));
		assertThat(this.book.headPosition()).isEqualTo(1);
	}

	@Test
	void anIdentifierIsUsedOnce() {
		DomainEventMessage<Ledger> first = noted("l-1", 0);
		this.book.append(first);
		DomainEventMessage<Ledger> impostor = new GenericDomainEventMessage<>("Ledger", "l-2", 0,
				TestBook.note("other"), MetaData.emptyInstance(), first.getIdentifier(), NINE);

		assertThatExceptionOfType(EventStoreException.class).isThrownBy(() -> this.book.append(impostor));
		assertThat(this.book.headPosition()).isEqualTo(1);
	}

	@Test
	void oneAppendCannotUseAnIdentifierTwice() {
		DomainEventMessage<Ledger> first = noted("l-1", 0);
		DomainEventMessage<Ledger> namesake = new GenericDomainEventMessage<>("Ledger", "l-2", 0,
				TestBook.note("other"), MetaData.emptyInstance(), first.getIdentifier(), NINE);

		assertThatExceptionOfType(EventStoreException.class).isThrownBy(() -> this.book.append(first, namesake));
		assertThat(this.book.all()).isEmpty();
	}

	@Test
	void anAnswerThatWasLostIsAskedForAgain() {
		BrokenCall broken = new BrokenCall(this.book.database, BrokenCall.When.BEFORE_THE_ANSWER);

		Receipt<String> receipt = Receipt.of(() -> {
			this.book.engineOn(broken).appendEvents(noted("l-1", 0));
			return "";
		});

		assertThat(broken.broken).isTrue();
		assertThat(receipt.position()).hasValue(1);
		assertThat(this.book.headPosition()).isEqualTo(1);
	}

	@Test
	void timeNeverRunsBackwardsInAStream() {
		this.book.append(event("l-1", 0, TestBook.note("a"), NINE));
		this.book.append(event("l-1", 1, TestBook.note("b"), NINE.minusSeconds(5)),
				event("l-2", 0, TestBook.note("c"), NINE.minusSeconds(5)));

		assertThat(this.book.all()).extracting((read) -> read.getTimestamp())
			.containsExactly(NINE, NINE, NINE.minusSeconds(5));
	}

	@Test
	void anAppendJoinsTheSurroundingTransaction() {
		TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(this.book.database));

		transaction.executeWithoutResult((status) -> {
			this.book.append(noted("l-1", 0), event("l-1", 1, new Ledger.Named("x")));
			status.setRollbackOnly();
		});

		assertThat(this.book.all()).isEmpty();
		assertThat(this.book.headPosition()).isZero();
		assertThat(this.book.count("claim")).isZero();

		transaction.executeWithoutResult((status) -> this.book.append(noted("l-1", 0)));
		assertThat(positions(this.book.all())).containsExactly(1L);
		assertThat(new BookChain(this.book.database).verify().intact()).isTrue();
	}

	@Test
	void aRefusalLeavesTheSurroundingTransactionUsable() {
		this.book.append(noted("l-1", 0));

		new TransactionTemplate(new DataSourceTransactionManager(this.book.database)).executeWithoutResult((status) -> {
			assertThatExceptionOfType(StaleStreamException.class).isThrownBy(() -> this.book.append(noted("l-1", 0)));
			this.book.append(noted("l-1", 1));
		});

		assertThat(positions(this.book.all())).containsExactly(1L, 2L);
	}

	@Test
	void anAppendCommitsOnConnectionsThatDoNotDoSoByThemselves() {
		DelegatingDataSource manual = new DelegatingDataSource(this.book.database) {
			@Override
			public Connection getConnection() throws SQLException {
				Connection connection = super.getConnection();
				connection.setAutoCommit(false);
				return connection;
			}
		};

		this.book.engineOn(manual).appendEvents(noted("l-1", 0));

		assertThat(this.book.all()).hasSize(1);
	}

	@Test
	void whoeverCannotGetAtTheHeadInTimeWithinATransactionIsToldSo() throws Exception {
		this.book.jdbc.execute("alter function book.append set lock_timeout = '50ms'");
		TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(this.book.database));
		try (HeldHead held = new HeldHead(this.book)) {
			assertThat(held.isHeld()).isTrue();

			assertThatExceptionOfType(BookUnavailableException.class)
				.isThrownBy(() -> transaction.executeWithoutResult((status) -> this.book.append(noted("l-1", 0))))
				.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("select"));
		}
		assertThat(this.book.all()).isEmpty();
	}

	@Test
	void theTimeLimitOfAnAppendIsNotThatOfItsTransaction() {
		new TransactionTemplate(new DataSourceTransactionManager(this.book.database)).executeWithoutResult((status) -> {
			this.book.append(noted("l-1", 0));

			assertThat(this.book.jdbc.queryForObject("show lock_timeout", String.class)).isEqualTo("0");
		});
	}

	@Test
	void whatIsAcknowledgedIsOnDiskEvenIfTheDatabaseWouldNotWait() {
		this.book.jdbc.execute("""
				create function notice_durability() returns trigger language plpgsql as $$
				begin
					create table public.durability as select current_setting('synchronous_commit') as setting;
					return null;
				end $$
				""");
		this.book.jdbc.execute("""
				create trigger notice_durability after insert on book.event
					for each row execute function notice_durability()
				""");
		assertThat(this.book.jdbc.queryForObject("show synchronous_commit", String.class)).isEqualTo("off");

		this.book.append(noted("l-1", 0));

		assertThat(this.book.jdbc.queryForObject("select setting from durability", String.class)).isEqualTo("on");
	}

	@Test
	void aDatabaseThatIsGoneCannotBeRead() {
		this.book.database.setDatabaseName("gone");

		assertThatExceptionOfType(BookUnavailableException.class).isThrownBy(() -> this.book.all());
	}

	@Test
	void eventsWithoutAStreamAreRefused() {
		assertThatExceptionOfType(EventStoreException.class)
			.isThrownBy(() -> this.book.engine.appendEvents(GenericEventMessage.asEventMessage(TestBook.note("a"))))
			.withMessageContaining("stream");
	}

	@Test
	void identifiersOtherThanUuidsAreRefused() {
		DomainEventMessage<Ledger> odd = new GenericDomainEventMessage<>("Ledger", "l-1", 0, TestBook.note("a"),
				MetaData.emptyInstance(), "odd", Instant.EPOCH);

		assertThatExceptionOfType(EventStoreException.class).isThrownBy(() -> this.book.append(odd))
			.withMessageContaining("UUID");
	}

	private static List<Long> positions(List<? extends TrackedEventMessage<?>> events) {
		return events.stream().map((event) -> event.trackingToken().position().orElseThrow()).toList();
	}

}
