package clinic.daybook.benchmarks.append;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** What pgbench has PostgreSQL do; n counts its calls. */
enum PgBenchCall {

	SAME_FUNCTION("pgbench, the same function and group size", Written.IN_THE_BOOK) {

		@Override
		boolean takes(Workload workload) {
			return true;
		}

		@Override
		String statement(String streams, Workload workload, int together) {
			Example example = Example.of(streams);
			int claims = workload.claims() ? together : 0;
			return """
					select outcome, stale_stream, last_sequence, claim_kind, claim_key, first_position, last_position \
					from book.append_each(%s)"""
				.formatted(String.join(", ", "5000", fill("1", together), fill(workload.claims() ? "1" : "0", together),
						"array(select gen_random_uuid() from generate_series(1, %d))".formatted(together),
						names(streams, together), fill(":n::bigint", together), fill(text(Visit.STREAM_KIND), together),
						fill(example.type(), together), fill(example.revision(), together),
						fill("clock_timestamp()", together), fill(example.payload(), together),
						fill(example.metadata(), together), fill("text 'take'", claims),
						fill(text(Visit.CLAIM_KIND), claims), names(streams, claims), fill(during(), claims),
						fill(example.visitId(), claims), fill("null::timestamptz", claims)));
		}

	},

	/** Nothing is judged, chained or told of: more than any way to append could do. */
	BARE_INSERT("pgbench, bare rows in the same group size", Written.BY_TRANSACTION_ID) {

		@Override
		boolean takes(Workload workload) {
			return !workload.claims();
		}

		@Override
		String statement(String streams, Workload workload, int together) {
			Example example = Example.of(streams);
			return """
					insert into alternative.unordered_event \
					(event_id, stream, sequence, stream_kind, type, revision, at, payload, metadata) \
					select gen_random_uuid(), stream, :n, %s, %s, %s, clock_timestamp(), %s, %s \
					from unnest(%s) as stream""".formatted(text(Visit.STREAM_KIND), example.type(), example.revision(),
					example.payload(), example.metadata(), names(streams, together));
		}

	};

	private final String label;

	private final Written written;

	PgBenchCall(String label, Written written) {
		this.label = label;
		this.written = written;
	}

	abstract boolean takes(Workload workload);

	/** For streams of these names, one event of each. */
	abstract String statement(String streams, Workload workload, int together);

	String label() {
		return this.label;
	}

	Written written() {
		return this.written;
	}

	private static String during() {
		return "tstzrange(timestamptz '%1$s' + :n::bigint * interval '%2$s', timestamptz '%1$s' + (:n::bigint + 1) * interval '%2$s')"
			.formatted(Visit.FIRST_START, Visit.LENGTH);
	}

	private static String fill(String value, int times) {
		return "array_fill(%s, array[%d])".formatted(value, times);
	}

	private static String text(String value) {
		return "text '%s'".formatted(value);
	}

	private static String names(String streams, int count) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> streams + "-" + number)
			.collect(Collectors.joining(",", "'{", "}'::text[]"));
	}

	/** A visit as SQL. */
	private record Example(String visitId, String type, String revision, String payload, String metadata) {

		static Example of(String streams) {
			Serializer serializer = Visit.serializer();
			DomainEventMessage<Visit.VisitBooked> visit = Visit.booked(streams + "-10", 100);
			SerializedObject<byte[]> payload = visit.serializePayload(serializer, byte[].class);
			return new Example(text(visit.getPayload().visitId()), text(payload.getType().getName()),
					text(payload.getType().getRevision()), bytes(payload.getData()),
					bytes(visit.serializeMetaData(serializer, byte[].class).getData()));
		}

		private static String bytes(byte[] value) {
			return "bytea '\\x%s'".formatted(HexFormat.of().formatHex(value));
		}

	}

}
