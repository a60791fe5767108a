package clinic.daybook.book;

/** Where a token of {@code book.token_entry} says its reader is, in SQL. */
final class TokenPosition {

	/**
	 * A reader in the middle of a replay is where the replay is; one whose token can't be
	 * told is nowhere.
	 */
	static final String SQL = """
			case token_type
				when 'org.axonframework.eventhandling.GlobalSequenceTrackingToken'
					then coalesce((convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint, -1)
				when 'org.axonframework.eventhandling.ReplayToken'
					then coalesce((convert_from(token, 'UTF8')::jsonb #>> '{currentToken,globalIndex}')::bigint, -1)
				else -1
			end
			""";

	private TokenPosition() {
	}

}
