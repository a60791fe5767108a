package clinic.daybook.benchmarks.append;

import java.util.ArrayList;
import java.util.List;

import clinic.daybook.book.BookChain;
import org.jspecify.annotations.Nullable;

/** Where a way leaves its events, and what has to be true of them. */
enum Written {

	IN_THE_BOOK("book.event", "stream", "sequence", "book.claim") {

		@Override
		List<String> faultsOfOrder(Database database, long acknowledged) {
			List<String> faults = new ArrayList<>();
			expect(acknowledged, "positions given", count(database, "select position from book.head"), faults);
			BookChain.Walk walk = new BookChain(database.postgres().database(database.name())).verify();
			expect(acknowledged, "events in the chain", walk.intact() ? walk.eventsChecked() : -1, faults);
			return faults;
		}

	},

	UNDER_AN_ADVISORY_LOCK("alternative.locked_event", "stream", "sequence", "alternative.locked_claim") {

		@Override
		List<String> faultsOfOrder(Database database, long acknowledged) {
			List<String> faults = new ArrayList<>();
			expect(acknowledged, "events in the chain", count(database, """
					select count(*) from (
						select position, hash, row_number() over (order by position) as expected_position,
							book.event_hash(lag(hash) over (order by position), position, event_id, stream, sequence,
								stream_kind, type, revision, at, payload, metadata) as expected_hash
						from alternative.locked_event) as event
					where position = expected_position and hash = expected_hash
					"""), faults);
			return faults;
		}

	},

	/** Has no chain, and its positions may have gaps. */
	BY_TRANSACTION_ID("alternative.unordered_event", "stream", "sequence", "alternative.unordered_claim"),

	/** Likewise, and has no claims either. */
	IN_TABLES_OF_AXON("domainevententry", "aggregateidentifier", "sequencenumber", null),

	/** The same as Hibernate names it. */
	IN_ENTITIES_OF_AXON("domain_event_entry", "aggregate_identifier", "sequence_number", null);

	private final String table;

	private final String stream;

	private final String sequence;

	private final @Nullable String claims;

	Written(String table, String stream, String sequence, @Nullable String claims) {
		this.table = table;
		this.stream = stream;
		this.sequence = sequence;
		this.claims = claims;
	}

	/** What was acknowledged is there, nothing else is, and each stream is whole. */
	List<String> faults(Database database, Workload workload, long acknowledged) {
		List<String> faults = new ArrayList<>();
		expect(acknowledged, "events", count(database, "select count(*) from " + this.table), faults);
		expect(0, "streams with gaps", count(database, """
				select count(*) from (select from %s group by %s having max(%s) + 1 <> count(*)) as torn
				""".formatted(this.table, this.stream, this.sequence)), faults);
		if (this.claims != null) {
			expect(workload.claims() ? acknowledged : 0, "claims",
					count(database, "select count(*) from " + this.claims), faults);
		}
		faults.addAll(faultsOfOrder(database, acknowledged));
		return faults;
	}

	List<String> faultsOfOrder(Database database, long acknowledged) {
		return List.of();
	}

	private static long count(Database database, String query) {
		Long count = database.jdbc().queryForObject(query, Long.class);
		return (count != null) ? count : -1;
	}

	private static void expect(long expected, String what, long found, List<String> faults) {
		if (found != expected) {
			faults.add("%,d %s instead of %,d".formatted(found, what, expected));
		}
	}

}
