package clinic.daybook.races;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as it stands in the book, read without the code that wrote it. */
record Recorded(long position, String stream, String type, Instant at, JsonNode payload) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** All there are, in the order of the book. */
	static List<Recorded> in(JdbcClient sql) {
		return sql.sql("""
				select position, stream, type, at, convert_from(payload, 'UTF8') as payload
				from book.event
				order by position
				""")
			.query((row, number) -> new Recorded(row.getLong("position"), row.getString("stream"),
					row.getString("type"), row.getObject("at", OffsetDateTime.class).toInstant(),
					JSON.readTree(row.getString("payload"))))
			.list();
	}

	JsonNode node(String... names) {
		JsonNode node = this.payload;
		for (String name : names) {
			node = node.get(name);
		}
		return node;
	}

	String text(String... names) {
		return node(names).stringValue();
	}

	Instant instant(String... names) {
		return Instant.parse(text(names));
	}

	int number(String... names) {
		return node(names).intValue();
	}

	boolean isSaid(String name) {
		return this.payload.get(name).booleanValue();
	}

	@Override
	public String toString() {
		return this.position + " " + this.type + " " + this.payload;
	}

}
