package clinic.daybook.book;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;

import static clinic.daybook.book.TestBook.event;
import static clinic.daybook.book.TestBook.noted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BookChainTest {

	@AutoClose
	private final TestBook book = new TestBook();

	private final BookChain chain = new BookChain(this.book.database);

	@BeforeEach
	void write() {
		for (int sequence = 0; sequence < 4; sequence++) {
			this.book.append(event("l-ä", sequence, TestBook.note("é" + sequence)), noted("l-2", 4 * sequence),
					noted("l-2", 4 * sequence + 1), noted("l-2", 4 * sequence + 2), noted("l-2", 4 * sequence + 3));
		}
	}

	@Test
	void anUntouchedBookIsIntact() {
		assertThat(this.chain.verify()).isEqualTo(new BookChain.Walk(20, null));
	}

	@Test
	void anEmptyBookIsIntact() {
		try (TestBook empty = new TestBook()) {
			assertThat(new BookChain(empty.database).verify()).isEqualTo(new BookChain.Walk(0, null));
		}
	}

	@Test
	void theWalkGoesOnOverPages() {
		this.book.appendMany("l-3", 2 * Pages.SIZE);

		assertThat(this.chain.verify()).isEqualTo(new BookChain.Walk(20 + 2 * Pages.SIZE, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "event_id = gen_random_uuid()", "stream = 'l-3'", "sequence = 99", "stream_kind = 'Other'",
			"type = 'Opened'", "revision = '2'", "at = at + interval '1 microsecond'", "payload = '{}'::bytea",
			"metadata = payload", "hash = sha256(hash)" })
	void anEditOfAnyColumnIsSeen(String edit) {
		asIntruder("update book.event set " + edit + " where position = 7");

		assertThat(this.chain.verify()).isEqualTo(new BookChain.Walk(6, 7L));
	}

	@Test
	void anEventThatIsGoneIsSeen() {
		asIntruder("delete from book.event where position = 7");

		assertThat(this.chain.verify()).isEqualTo(new BookChain.Walk(6, 7L));
	}

	@Test
	void aBookThatWasCutShortIsSeen() {
		asIntruder("delete from book.event where position > 15");

		assertThat(this.chain.verify()).isEqualTo(new BookChain.Walk(15, 16L));
	}

	@Test
	void aBookThatEndsOtherwiseThanItsHeadSaysIsSeen() {
		this.book.jdbc.execute("update book.head set hash = sha256(hash)");

		assertThat(this.chain.verify().intact()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "update book.event set payload = '{}'::bytea where position = 7",
			"delete from book.event where position = 20", "truncate book.event" })
	void whatIsWrittenStays(String change) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.book.jdbc.execute(change))
			.withStackTraceContaining("append-only");
		assertThatExceptionOfType(DataAccessException.class).as("as a restore tool would have it")
			.isThrownBy(() -> this.book.jdbc.execute("set session_replication_role = replica; " + change))
			.withStackTraceContaining("append-only");
		assertThat(this.chain.verify().intact()).isTrue();
	}

	private void asIntruder(String sql) {
		this.book.jdbc.execute("alter table book.event disable trigger append_only");
		this.book.jdbc.execute(sql);
		this.book.jdbc.execute("alter table book.event enable always trigger append_only");
	}

}
