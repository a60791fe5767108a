package clinic.daybook.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The claims that stand now, read from the same database as the events. */
public final class Claims {

	private final JdbcClient jdbc;

	private final Clock clock;

	/**
	 * Claims as they stand in a database.
	 * @param clock by which they expire: that of the events
	 */
	public Claims(DataSource dataSource, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.clock = clock;
	}

	/** The claim without a time of this kind and key, unless it has expired. */
	public Optional<Claim> find(String kind, String key) {
		return this.jdbc.sql("""
				select kind, key, null::timestamptz as start, null::timestamptz as "end", value
				from book.claim
				where kind = ? and key = ? and during is null and (expires_at is null or expires_at > ?)
				""").params(kind, key, now()).query(Claims::claim).optional();
	}

	/**
	 * The claims of this kind and key that share time with {@code range}, earliest first,
	 * without those that have expired.
	 */
	public List<Claim> overlapping(String kind, String key, TimeRange range) {
		return this.jdbc.sql("""
				select kind, key, lower(during) as start, upper(during) as "end", value
				from book.claim
				where kind = ? and key = ? and during && tstzrange(?, ?) and (expires_at is null or expires_at > ?)
				order by during
				""").params(kind, key, utc(range.start()), utc(range.end()), now()).query(Claims::claim).list();
	}

	private static Claim claim(ResultSet row, int number) throws SQLException {
		OffsetDateTime start = row.getObject("start", OffsetDateTime.class);
		OffsetDateTime end = row.getObject("end", OffsetDateTime.class);
		@Nullable TimeRange during = (start != null && end != null) ? new TimeRange(start.toInstant(), end.toInstant()) : null;
		return new Claim(row.getString("kind"), row.getString("key"), during, row.getString("value"));
	}

	private OffsetDateTime now() {
		return utc(this.clock.instant());
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
