package clinic.daybook.book;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes segments over from a living process that has more than its share. Axon's pooled
 * processors only take what nobody has, so a process that joins would have nothing to do.
 * <p>
 * Whoever lacks takes, so nobody has to know who else there is. It is safe at any moment:
 * a position is stored only by the owner of its row, in the transaction of the batch, so
 * the former owner's batch is undone if it isn't committed by then. Nothing is handled
 * twice that rolls back with it.
 */
public final class FairShare {

	/**
	 * One segment of whoever has most, if that is at least two more than this process
	 * has: so each step makes the shares more equal, and none is ever taken back. A row
	 * that is locked is being written; the next turn will find another.
	 */
	private static final String TAKE_ONE = """
			with living as (
				select owner, count(*) as segments
				from book.token_entry
				where processor_name = any(?) and owner is not null and touched_at::timestamptz > ?::timestamptz
				group by owner),
			richest as (
				select owner from living
				where owner <> ?
					and segments >= 2 + coalesce((select own.segments from living as own where own.owner = ?), 0)
				order by segments desc, owner
				limit 1),
			chosen as (
				select entry.processor_name, entry.segment
				from book.token_entry as entry join richest using (owner)
				where entry.processor_name = any(?)
				order by entry.processor_name, entry.segment
				limit 1
				for update of entry skip locked)
			update book.token_entry as entry
			set owner = ?, touched_at = ?
			from chosen
			where entry.processor_name = chosen.processor_name and entry.segment = chosen.segment
			returning entry.processor_name, entry.segment
			""";

	private static final String OTHERS_HAVE = """
			select processor_name from book.token_entry
			group by processor_name
			having bool_and(coalesce(owner <> ? and touched_at::timestamptz > ?::timestamptz, false))
			""";

	private final JdbcTemplate jdbc;

	private final String node;

	/**
	 * The share of one process.
	 * @param node what {@link BookTokenStore#on} was given
	 */
	public FairShare(DataSource dataSource, String node) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.node = node;
	}

	/**
	 * Takes one segment over, if another process has too many. The processor has yet to
	 * be told to claim it.
	 * @param processors the names of those that this process runs
	 */
	public Optional<Taken> takeOne(Collection<String> processors) {
		// The clock by which Axon stamps claims and lets them expire.
		Instant now = AbstractTokenEntry.clock.instant();
		String[] names = processors.toArray(String[]::new);
		return this.jdbc
			.query(TAKE_ONE, (row, number) -> new Taken(row.getString("processor_name"), row.getInt("segment")), names,
					expiredBy(now), this.node, this.node, names, this.node, DateTimeUtils.formatInstant(now))
			.stream()
			.findFirst();
	}

	/** The processors of which living processes have all, and none of it is ours. */
	public Set<String> othersHave() {
		Instant now = AbstractTokenEntry.clock.instant();
		return Set.copyOf(this.jdbc.queryForList(OTHERS_HAVE, String.class, this.node, expiredBy(now)));
	}

	private static String expiredBy(Instant now) {
		return DateTimeUtils.formatInstant(now.minus(BookTokenStore.CLAIM_TIMEOUT));
	}

	/** A segment that is this process's now. */
	public record Taken(String processor, int segment) {
	}

}
