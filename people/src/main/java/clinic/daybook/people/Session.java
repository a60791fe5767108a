package clinic.daybook.people;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** One login, and the family of its refresh tokens, of which only the latest is good. */
@Entity
@Table(schema = "people", name = "session")
class Session {

	static final Duration LIFETIME = Duration.ofDays(14);

	@Id
	private UUID id;

	@Column(name = "account_id")
	private UUID accountId;

	@Column(name = "family_hash")
	private byte[] familyHash;

	@Column(name = "token_hash")
	private byte[] tokenHash;

	@Column(name = "created_at")
	private Instant createdAt;

	@Column(name = "renewed_at")
	private Instant renewedAt;

	@Column(name = "expires_at")
	private Instant expiresAt;

	@Column(name = "ended_at")
	private @Nullable Instant endedAt;

	@Version
	private @Nullable Integer version;

	@SuppressWarnings("NullAway.Init")
	protected Session() {
	}

	Session(UUID accountId, RefreshToken first, Instant now) {
		this.id = first.sessionId();
		this.accountId = accountId;
		this.familyHash = first.familyHash();
		this.tokenHash = first.tokenHash();
		this.createdAt = now;
		this.renewedAt = now;
		this.expiresAt = now.plus(LIFETIME);
	}

	UUID id() {
		return this.id;
	}

	UUID accountId() {
		return this.accountId;
	}

	boolean stands(Instant now) {
		return this.endedAt == null && now.isBefore(this.expiresAt);
	}

	boolean isFamilyOf(RefreshToken token) {
		return token.isOfFamily(this.familyHash);
	}

	boolean hasAsLatest(RefreshToken token) {
		return token.isToken(this.tokenHash);
	}

	void renew(RefreshToken next, Instant now) {
		this.tokenHash = next.tokenHash();
		this.renewedAt = now;
		this.expiresAt = now.plus(LIFETIME);
	}

	void end(Instant now) {
		if (this.endedAt == null) {
			this.endedAt = now;
		}
	}

}
