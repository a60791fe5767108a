package clinic.daybook.people;

import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.AccessToken;
import clinic.daybook.web.Caller;
import clinic.daybook.web.Callers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the database on every request: two look-ups by primary key are cheap, and what was
 * withdrawn a moment ago, by any process, is withdrawn.
 */
@Component
class SessionCallers implements Callers {

	private final JdbcClient jdbc;

	SessionCallers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Caller> callerOf(AccessToken token) {
		return this.jdbc.sql("""
				SELECT account.role, account.doctor_id, account.must_change_password
				FROM people.session JOIN people.account ON account.id = session.account_id
				WHERE session.id = :session AND account.id = :account
				AND session.ended_at IS NULL AND account.enabled
				""")
			.param("session", token.sessionId())
			.param("account", token.userId())
			.query((row, number) -> new Caller(token.userId(), Role.valueOf(row.getString("role")),
					row.getObject("doctor_id", UUID.class), token.sessionId(), row.getBoolean("must_change_password")))
			.optional();
	}

}
