package clinic.daybook.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells how far the processors are behind the book, those of every process, in one look.
 */
public final class Lags {

	/**
	 * One statement, so that no head is compared with a position of another moment.
	 * Positions have no gaps: the oldest event that waits is the next one.
	 */
	private static final String ALL = """
			select reader.processor_name, reader.position, head.position as head, next.at as waiting_since
			from (select processor_name, greatest(min(%s), 0) as position
				from book.token_entry
				where processor_name <> '__config'
				group by processor_name) as reader
			cross join book.head
			left join book.event as next on next.position = reader.position + 1
			order by reader.processor_name
			""".formatted(TokenPosition.SQL);

	private final JdbcTemplate jdbc;

	public Lags(DataSource dataSource) {
		this.jdbc = new JdbcTemplate(dataSource);
	}

	/**
	 * The lag of each processor that has a token, by name.
	 * @param now by the clock that events are recorded by
	 */
	public List<Lag> at(Instant now) {
		return this.jdbc.query(ALL, (row, number) -> lag(row, now));
	}

	private static Lag lag(ResultSet row, Instant now) throws SQLException {
		return new Lag(row.getString("processor_name"), row.getLong("position"), row.getLong("head"),
				since(row.getObject("waiting_since", OffsetDateTime.class), now));
	}

	/** Another server's clock may be ahead of ours. */
	private static Duration since(@Nullable OffsetDateTime waiting, Instant now) {
		return (waiting == null || waiting.toInstant().isAfter(now)) ? Duration.ZERO
				: Duration.between(waiting.toInstant(), now);
	}

}
