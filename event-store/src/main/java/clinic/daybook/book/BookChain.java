package clinic.daybook.book;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Recomputes the chain of hashes, in Java, so that neither the database's functions nor
 * its rows are taken at their word.
 * <p>
 * An event's hash is SHA-256 over eleven fields: the predecessor's hash, position, event
 * id, stream, sequence, stream kind, type, revision, time, payload, metadata. Each is
 * written as four bytes of length (big-endian) and then its bytes: text in UTF-8, numbers
 * as eight bytes big-endian, the id as its sixteen bytes, the time as the microseconds
 * since 2000-01-01T00:00:00Z in eight bytes. The first event's predecessor is
 * {@link #OPENING}.
 */
public final class BookChain {

	private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

	/** What the chain starts from. */
	private static final byte[] OPENING = sha256("the book opens here".getBytes(StandardCharsets.UTF_8));

	private final JdbcTemplate jdbc;

	public BookChain(DataSource dataSource) {
		this.jdbc = new JdbcTemplate(dataSource);
	}

	/** Walks the book from its first event to where it ends when the walk begins. */
	public Walk verify() {
		try {
			return walk();
		}
		catch (DataAccessException ex) {
			throw Failures.translated(ex);
		}
	}

	private Walk walk() {
		Link head = this.jdbc.query("select position, hash from book.head", BookChain::head).getFirst();
		Link at = new Link(0, OPENING);
		while (at.position() < head.position()) {
			List<Row> page = this.jdbc.query("select " + StoredEvent.COLUMNS + """
					, hash
					from book.event
					where position > ? and position <= ?
					order by position
					limit ?
					""", BookChain::row, at.position(), head.position(), Pages.SIZE);
			if (page.isEmpty()) {
				return new Walk(at.position(), at.position() + 1);
			}
			for (Row row : page) {
				if (row.event().position() != at.position() + 1 || !Arrays.equals(row.hash(), hash(at, row.event()))) {
					return new Walk(at.position(), at.position() + 1);
				}
				at = new Link(row.event().position(), row.hash());
			}
		}
		return new Walk(at.position(), Arrays.equals(at.hash(), head.hash()) ? null : at.position());
	}

	private static Link head(ResultSet row, int number) throws SQLException {
		return new Link(row.getLong(1), row.getBytes(2));
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(StoredEvent.of(row), row.getBytes("hash"));
	}

	private static byte[] hash(Link predecessor, StoredEvent event) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			frame(out, predecessor.hash());
			frame(out, event.position());
			out.writeInt(2 * Long.BYTES);
			out.writeLong(event.eventId().getMostSignificantBits());
			out.writeLong(event.eventId().getLeastSignificantBits());
			frame(out, event.stream());
			frame(out, event.sequence());
			frame(out, event.streamKind());
			frame(out, event.type());
			frame(out, event.revision());
			frame(out, ChronoUnit.MICROS.between(EPOCH, event.at()));
			frame(out, event.payload());
			frame(out, event.metadata());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return sha256(bytes.toByteArray());
	}

	private static void frame(DataOutputStream out, byte[] field) throws IOException {
		out.writeInt(field.length);
		out.write(field);
	}

	private static void frame(DataOutputStream out, String field) throws IOException {
		frame(out, field.getBytes(StandardCharsets.UTF_8));
	}

	private static void frame(DataOutputStream out, long field) throws IOException {
		out.writeInt(Long.BYTES);
		out.writeLong(field);
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/**
	 * What a walk found.
	 *
	 * @param eventsChecked how many events were found in order, from the first on
	 * @param firstBreak the position of the first event that is missing or not as it was
	 * written; null if there is none
	 */
	public record Walk(long eventsChecked, @Nullable Long firstBreak) {

		public boolean intact() {
			return this.firstBreak == null;
		}

	}

	// Carries bytes and is never compared.
	@SuppressWarnings("ArrayRecordComponent")
	private record Link(long position, byte[] hash) {
	}

	// Likewise.
	@SuppressWarnings("ArrayRecordComponent")
	private record Row(StoredEvent event, byte[] hash) {
	}

}
