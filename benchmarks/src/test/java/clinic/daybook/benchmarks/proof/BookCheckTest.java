package clinic.daybook.benchmarks.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.book.testing.PostgresForTests;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Books with a flaw each, made by their owner. */
class BookCheckTest {

	private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");

	private final String url = PostgresForTests.emptyDatabaseUrl();

	private final PGSimpleDataSource database = new PGSimpleDataSource();

	private final JdbcTemplate jdbc = new JdbcTemplate(this.database);

	@BeforeEach
	void write() throws Exception {
		this.database.setUrl(this.url);
		EventStorageEngine engine = Contender.DAYBOOK.engine(this.database, this.url, Duration.ofSeconds(5));
		try (AutoCloseable closed = (AutoCloseable) engine) {
			assertThat(closed).isNotNull();
			engine.appendEvents(List.of(event("a", 0, new Deed.Noted("first")),
					event("a", 1, new Deed.BadgeTaken("badge-1", "ann")),
					event("b", 0, new Deed.RoomTaken("room-1", NINE, NINE.plusSeconds(600), "ann")),
					event("b", 1, new Deed.RoomMoved("room-1", NINE.plusSeconds(300), NINE.plusSeconds(900), "ann"))));
		}
		this.jdbc.execute("alter table book.event disable trigger user");
	}

	private static EventMessage<Deed> event(String stream, long sequence, Deed deed) {
		return new GenericDomainEventMessage<>("Deed", stream, sequence, deed, Map.of(), UUID.randomUUID().toString(),
				NINE);
	}

	@Test
	void findsNothingWhereAllIsWell() {
		assertThat(findings().toString()).isEqualTo("gaps=0 backwards=0 orphans=0 breaks=0");
	}

	@Test
	void findsWhatIsGone() {
		this.jdbc.execute("delete from book.event where position = 2");

		assertThat(findings().count("gaps")).isPositive();
		assertThat(findings().count("breaks")).isEqualTo(1);
	}

	@Test
	void findsThatTheEndIsGone() {
		this.jdbc.execute("delete from book.event where position = 4");

		assertThat(findings().count("gaps")).isEqualTo(1);
	}

	@Test
	void findsATimeThatRunsBackwards() {
		this.jdbc.execute("update book.event set at = at - interval '1 second' where position = 2");

		assertThat(findings().count("backwards")).isEqualTo(1);
	}

	@Test
	void findsWhatWasEdited() {
		this.jdbc.execute("update book.event set metadata = 'x' where position = 1");

		assertThat(findings().count("breaks")).isEqualTo(1);
	}

	@Test
	void findsAClaimThatNoEventTook() {
		this.jdbc.execute("insert into book.claim (kind, key, value) values ('badge', 'badge-2', 'bob')");

		assertThat(findings().count("orphans")).isEqualTo(1);
	}

	@Test
	void findsAClaimThatIsMissing() {
		this.jdbc.execute("delete from book.claim where kind = 'room'");

		assertThat(findings().count("orphans")).isEqualTo(1);
	}

	private Findings findings() {
		return new BookCheck(this.database, Contender.DAYBOOK.written(this.jdbc)).findings();
	}

}
