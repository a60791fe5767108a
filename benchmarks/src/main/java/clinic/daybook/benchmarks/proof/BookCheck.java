package clinic.daybook.benchmarks.proof;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import clinic.daybook.book.BookChain;
import clinic.daybook.book.BookJson;
import clinic.daybook.book.BookSetup;
import clinic.daybook.book.BookStorageEngine;
import clinic.daybook.book.Claim;
import clinic.daybook.book.ClaimChange;
import clinic.daybook.book.TimeRange;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds the book against itself. */
record BookCheck(DataSource database, List<WrittenEvent> written) {

	/**
	 * What it found.
	 * <ul>
	 * <li>gaps: positions up to the head, or sequences of a stream, that aren't in their
	 * place</li>
	 * <li>backwards: events before their predecessor's time</li>
	 * <li>orphans: claims that the events don't explain, or the other way round; events
	 * that claim what somebody else had</li>
	 * <li>breaks: of the chain of hashes</li>
	 * </ul>
	 */
	Findings findings() {
		BookChain.Walk walk = new BookChain(this.database).verify();
		return inItsPlace().and("orphans", orphans())
			.and("breaks", (walk.intact() && walk.eventsChecked() == this.written.size()) ? 0 : 1);
	}

	private Findings inItsPlace() {
		long gaps = 0;
		long backwards = 0;
		long position = 0;
		Map<String, WrittenEvent> last = new HashMap<>();
		for (WrittenEvent event : this.written) {
			position++;
			WrittenEvent before = last.put(event.stream(), event);
			if (event.position() != position || event.sequence() != ((before != null) ? before.sequence() + 1 : 0)) {
				gaps++;
			}
			if (before != null && event.at().isBefore(before.at())) {
				backwards++;
			}
		}
		Long head = new JdbcTemplate(this.database).queryForObject("select position from book.head", Long.class);
		gaps += (head != null && head == position) ? 0 : 1;
		return Findings.none().and("gaps", gaps).and("backwards", backwards);
	}

	private long orphans() {
		Set<Claim> explained = new LinkedHashSet<>();
		long taken = 0;
		try (BookStorageEngine engine = new BookStorageEngine(
				BookSetup.of(this.database, BookJson.events(Deed.TYPES)))) {
			List<? extends DomainEventMessage<?>> events = engine.readEvents(null, false)
				.map((event) -> (DomainEventMessage<?>) event)
				.toList();
			for (DomainEventMessage<?> event : events) {
				for (ClaimChange change : Deed.claimsOf(event)) {
					taken += apply(change, explained) ? 0 : 1;
				}
			}
		}
		Set<Claim> standing = new HashSet<>(standing());
		long inBoth = explained.stream().filter(standing::contains).count();
		return taken + explained.size() + standing.size() - 2 * inBoth;
	}

	/** False if somebody else had it. */
	private static boolean apply(ClaimChange change, Set<Claim> claims) {
		return switch (change) {
			case ClaimChange.Release(String kind, String key, String value) -> {
				claims.removeIf(
						(claim) -> claim.kind().equals(kind) && claim.key().equals(key) && claim.value().equals(value));
				yield true;
			}
			case ClaimChange.Take(String kind, String key, TimeRange during, String value, Instant never) -> {
				boolean free = claims.stream()
					.noneMatch((claim) -> claim.kind().equals(kind) && claim.key().equals(key)
							&& overlap(claim.during(), during));
				claims.add(new Claim(kind, key, during, value));
				yield free;
			}
		};
	}

	private static boolean overlap(@Nullable TimeRange one, @Nullable TimeRange other) {
		return (one == null || other == null) ? one == null && other == null
				: one.start().isBefore(other.end()) && other.start().isBefore(one.end());
	}

	private List<Claim> standing() {
		return new JdbcTemplate(this.database).query("""
				select kind, key, lower(during), upper(during), value from book.claim
				""",
				(row, number) -> new Claim(row.getString(1), row.getString(2),
						range(row.getObject(3, OffsetDateTime.class), row.getObject(4, OffsetDateTime.class)),
						row.getString(5)));
	}

	private static @Nullable TimeRange range(@Nullable OffsetDateTime start, @Nullable OffsetDateTime end) {
		if (start == null || end == null) {
			return null;
		}
		Instant from = start.toInstant();
		return new TimeRange(from, end.toInstant());
	}

}
