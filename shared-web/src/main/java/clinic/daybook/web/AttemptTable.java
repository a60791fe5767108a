package clinic.daybook.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Attempts as all processes know them. Each statement is a transaction of its own: that
 * an attempt has begun, and with which id, is to be known however it ends.
 */
@Component
class AttemptTable {

	static final Duration LIFETIME = Duration.ofHours(24);

	private static final int SWEPT_AT_ONCE = 1000;

	private final JdbcClient jdbc;

	private final Clock clock;

	AttemptTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Begins an attempt with the id of those before it, if there were any; empty if one
	 * of them is under way or answered, or was for another body.
	 */
	Optional<Attempt> begin(IdempotencyKey key, byte[] fingerprint) {
		NewId fresh = NewId.fresh();
		UUID lease = UUID.randomUUID();
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				INSERT INTO web.idempotency AS known (scope, request, id, lease, leased_until, expires_at)
				VALUES (:scope, :request, :id, :lease, clock_timestamp() + interval '30 seconds', :expiresAt)
				ON CONFLICT (scope) DO UPDATE
				SET request = excluded.request,
					id = CASE WHEN known.expires_at <= :now THEN excluded.id ELSE known.id END,
					lease = excluded.lease, leased_until = excluded.leased_until,
					answer = NULL,
					expires_at = excluded.expires_at
				WHERE coalesce(known.leased_until, '-infinity') <= clock_timestamp()
				AND (known.expires_at <= :now OR known.answer IS NULL AND known.request = excluded.request)
				RETURNING id
				""")
			.param("scope", key.scope())
			.param("request", fingerprint)
			.param("id", fresh.value())
			.param("lease", lease)
			.param("now", utc(now))
			.param("expiresAt", utc(now.plus(LIFETIME)))
			.query(UUID.class)
			.optional()
			.map((id) -> new Attempt(key, lease, new NewId(id, !id.equals(fresh.value()))));
	}

	Earlier earlier(IdempotencyKey key, byte[] fingerprint) {
		return this.jdbc.sql("""
				SELECT request <> :request AND expires_at > :now AS of_another_body,
					coalesce(leased_until, '-infinity') > clock_timestamp() AS running,
					CASE WHEN expires_at > :now THEN answer END AS answer
				FROM web.idempotency
				WHERE scope = :scope
				""")
			.param("scope", key.scope())
			.param("request", fingerprint)
			.param("now", utc(this.clock.instant()))
			.query(AttemptTable::earlier)
			.optional()
			.orElseGet(Earlier.Over::new);
	}

	private static Earlier earlier(ResultSet row, int number) throws SQLException {
		if (row.getBoolean("of_another_body")) {
			return new Earlier.OfAnotherBody();
		}
		if (row.getBoolean("running")) {
			return new Earlier.Running();
		}
		byte @Nullable [] answer = row.getBytes("answer");
		return (answer != null) ? new Earlier.Answered(answer) : new Earlier.Over();
	}

	/** Keeps the answer, unless a later attempt at the same has given one already. */
	void remember(Attempt attempt, byte[] sealedAnswer) {
		this.jdbc.sql("""
				UPDATE web.idempotency SET answer = :answer, lease = NULL, leased_until = NULL
				WHERE scope = :scope AND id = :id AND answer IS NULL
				""")
			.param("answer", sealedAnswer)
			.param("scope", attempt.key().scope())
			.param("id", attempt.newId().value())
			.update();
	}

	/** As if the attempt had never been. */
	void forget(Attempt attempt) {
		this.jdbc.sql("DELETE FROM web.idempotency WHERE scope = :scope AND lease = :lease")
			.param("scope", attempt.key().scope())
			.param("lease", attempt.lease())
			.update();
	}

	/** Lets the next attempt begin, with the same body and id. */
	void release(Attempt attempt) {
		this.jdbc.sql("""
				UPDATE web.idempotency SET lease = NULL, leased_until = NULL WHERE scope = :scope AND lease = :lease
				""").param("scope", attempt.key().scope()).param("lease", attempt.lease()).update();
	}

	/** Deletes what has expired, a limited number of rows at a time. */
	void sweep() {
		int swept = SWEPT_AT_ONCE;
		while (swept == SWEPT_AT_ONCE) {
			swept = this.jdbc.sql("""
					DELETE FROM web.idempotency WHERE scope IN (
						SELECT scope FROM web.idempotency
						WHERE expires_at <= :now AND coalesce(leased_until, '-infinity') <= clock_timestamp()
						ORDER BY expires_at LIMIT :atOnce FOR UPDATE SKIP LOCKED)
					""").param("now", utc(this.clock.instant())).param("atOnce", SWEPT_AT_ONCE).update();
		}
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
