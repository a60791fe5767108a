package clinic.daybook.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/** Appends as SQL: one statement, however many they are. */
final class AppendCall {

	private static final String ANSWER = """
			select outcome, stale_stream, last_sequence, claim_kind, claim_key, first_position, last_position
			""";

	private static final String TO_WITHIN_A_TRANSACTION = ANSWER + """
			from book.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			""";

	private static final String TO_EACH = ANSWER + """
			from book.append_each(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			""";

	private final Connection connection;

	private final PreparedStatement statement;

	private int filled;

	private AppendCall(Connection connection, PreparedStatement statement) {
		this.connection = connection;
		this.statement = statement;
	}

	/** One request, as the last act of a transaction of the caller's. */
	static Outcome within(Connection connection, AppendRequest request) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(TO_WITHIN_A_TRANSACTION)) {
			AppendCall call = new AppendCall(connection, statement);
			call.fill(List.of(request));
			return call.answers().getFirst();
		}
	}

	/**
	 * Many requests, each judged on its own.
	 * @param patience how long to wait for the head
	 * @return the answers in the order of the requests
	 */
	static List<Outcome> each(Connection connection, List<AppendRequest> requests, Duration patience)
			throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(TO_EACH)) {
			AppendCall call = new AppendCall(connection, statement);
			statement.setInt(++call.filled, Math.toIntExact(Math.max(1, patience.toMillis())));
			call.add("integer", requests, (request) -> request.entries().size(), Integer[]::new);
			call.add("integer", requests, (request) -> request.claimChanges().size(), Integer[]::new);
			call.fill(requests);
			return call.answers();
		}
	}

	private void fill(List<AppendRequest> requests) throws SQLException {
		List<AppendRequest.Entry> entries = requests.stream().flatMap((request) -> request.entries().stream()).toList();
		List<ClaimChange> claimChanges = requests.stream()
			.flatMap((request) -> request.claimChanges().stream())
			.toList();
		add("uuid", entries, AppendRequest.Entry::eventId, UUID[]::new);
		add("text", entries, AppendRequest.Entry::stream, String[]::new);
		add("bigint", entries, AppendRequest.Entry::sequence, Long[]::new);
		add("text", entries, AppendRequest.Entry::streamKind, String[]::new);
		add("text", entries, AppendRequest.Entry::type, String[]::new);
		add("text", entries, AppendRequest.Entry::revision, String[]::new);
		add("timestamptz", entries, AppendRequest.Entry::at, String[]::new);
		add("bytea", entries, AppendRequest.Entry::payload, byte[][]::new);
		add("bytea", entries, AppendRequest.Entry::metadata, byte[][]::new);
		add("text", claimChanges, AppendCall::op, String[]::new);
		add("text", claimChanges, ClaimChange::kind, String[]::new);
		add("text", claimChanges, ClaimChange::key, String[]::new);
		add("tstzrange", claimChanges, AppendCall::during, String[]::new);
		add("text", claimChanges, ClaimChange::value, String[]::new);
		add("timestamptz", claimChanges, AppendCall::expiresAt, String[]::new);
	}

	/** Fills the next parameter with an array. */
	private <T, C extends @Nullable Object> void add(String type, List<T> rows, Function<T, C> value,
			IntFunction<C[]> array) throws SQLException {
		this.statement.setArray(++this.filled,
				this.connection.createArrayOf(type, rows.stream().map(value).toArray(array)));
	}

	private static String op(ClaimChange change) {
		return switch (change) {
			case ClaimChange.Take take -> "take";
			case ClaimChange.Release release -> "release";
		};
	}

	private static @Nullable String during(ClaimChange change) {
		return switch (change) {
			case ClaimChange.Take(String kind, String key, TimeRange during, String value, Instant expiresAt) when during != null ->
				"[" + during.start() + "," + during.end() + ")";
			default -> null;
		};
	}

	private static @Nullable String expiresAt(ClaimChange change) {
		return (change instanceof ClaimChange.Take take && take.expiresAt() != null) ? take.expiresAt().toString()
				: null;
	}

	private List<Outcome> answers() throws SQLException {
		List<Outcome> outcomes = new ArrayList<>();
		try (ResultSet answer = this.statement.executeQuery()) {
			while (answer.next()) {
				outcomes.add(outcome(answer));
			}
		}
		return outcomes;
	}

	private static Outcome outcome(ResultSet answer) throws SQLException {
		String outcome = answer.getString("outcome");
		return switch (outcome) {
			case "won" -> new Outcome.Won(answer.getLong("first_position"), answer.getLong("last_position"));
			case "seen" -> new Outcome.Seen(answer.getLong("first_position"), answer.getLong("last_position"));
			case "stale" -> new Outcome.Stale(answer.getString("stale_stream"), answer.getLong("last_sequence"));
			case "claimed" -> new Outcome.Claimed(answer.getString("claim_kind"), answer.getString("claim_key"));
			case "clash" -> new Outcome.Clash();
			default -> throw new IllegalStateException("The book answered '" + outcome + "'");
		};
	}

}
