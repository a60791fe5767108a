package clinic.daybook.book;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a door for many requests in one transaction will rely on. */
class JudgeTest {

	private static final String TWO_EVENTS = """
			select * from book.judge((select position from book.head), (select hash from book.head),
				array[gen_random_uuid(), gen_random_uuid()], array['l-1', 'l-2'], array[0, ?]::bigint[],
				array['Ledger', 'Ledger'], array['Noted', 'Noted'], array['1', '1'], array[now(), now()],
				array['{}', '{}']::bytea[], array['{}', '{}']::bytea[],
				array['take'], array['name'], array['x'], array[null]::tstzrange[], array[?], array[null]::timestamptz[])
			""";

	@AutoClose
	private final TestBook book = new TestBook();

	private final Map<String, Object> head = this.book.jdbc.queryForMap("select position, hash from book.head");

	@Test
	void aRequestThatPassesMovesTheHeadItWasGiven() {
		Map<String, Object> judged = this.book.jdbc.queryForMap(TWO_EVENTS, 0, "a");

		assertThat(judged).containsEntry("outcome", "won")
			.containsEntry("head_position", 2L)
			.containsEntry("first_position", 1L)
			.containsEntry("last_position", 2L);
		assertThat(judged.get("head_hash")).isNotEqualTo(this.head.get("hash"))
			.isEqualTo(this.book.jdbc.queryForMap("select hash from book.event where position = 2").get("hash"));
	}

	@Test
	void aRequestThatIsStalePassesTheHeadOnUntouched() {
		Map<String, Object> judged = this.book.jdbc.queryForMap(TWO_EVENTS, 1, "a");

		assertThat(judged).containsEntry("outcome", "stale").containsEntry("stale_stream", "l-2");
		assertUntouched(judged);
	}

	@Test
	void aRequestWhoseClaimIsTakenPassesTheHeadOnUntouched() {
		this.book.jdbc.execute("insert into book.claim (kind, key, value) values ('name', 'x', 'b')");

		Map<String, Object> judged = this.book.jdbc.queryForMap(TWO_EVENTS, 0, "a");

		assertThat(judged).containsEntry("outcome", "claimed").containsEntry("claim_kind", "name");
		assertUntouched(judged);
	}

	private void assertUntouched(Map<String, Object> judged) {
		assertThat(judged).containsEntry("head_position", 0L).containsEntry("head_hash", this.head.get("hash"));
		assertThat(this.book.count("event")).isZero();
	}

}
