package clinic.daybook.people;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

import clinic.daybook.web.SigningKeys;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key from the environment, or else the database's, made by whoever starts first. A
 * given key is the only one trusted: whoever gives one does not want to trust the
 * database's.
 */
@Component
class StoredSigningKeys implements SigningKeys {

	private final SigningKey current;

	private final Map<String, PublicKey> trusted;

	StoredSigningKeys(@Value("${daybook.jwt.private-key:}") String given, JdbcClient jdbc, Clock clock)
			throws GeneralSecurityException {
		KeyPair pair = given.isBlank() ? stored(jdbc, clock) : parsed(given);
		String kid = Ed25519.kid(pair.getPublic());
		this.current = new SigningKey(kid, pair.getPrivate());
		this.trusted = Map.of(kid, pair.getPublic());
	}

	@Override
	public SigningKey current() {
		return this.current;
	}

	@Override
	public Map<String, PublicKey> trusted() {
		return this.trusted;
	}

	private static KeyPair parsed(String given) {
		try {
			return Ed25519.parse(given);
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new StartupRefused("DAYBOOK_JWT_PRIVATE_KEY is not an Ed25519 private key in PKCS#8 "
					+ "(make one with: openssl genpkey -algorithm ed25519).");
		}
	}

	private static KeyPair stored(JdbcClient jdbc, Clock clock) throws GeneralSecurityException {
		KeyPair fresh = Ed25519.generate();
		jdbc.sql("""
				INSERT INTO people.signing_key (kid, private_key, public_key, current, created_at)
				SELECT :kid, :privateKey, :publicKey, true, :createdAt
				WHERE NOT EXISTS (SELECT FROM people.signing_key WHERE current)
				ON CONFLICT DO NOTHING
				""")
			.param("kid", Ed25519.kid(fresh.getPublic()))
			.param("privateKey", fresh.getPrivate().getEncoded())
			.param("publicKey", fresh.getPublic().getEncoded())
			.param("createdAt", clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		StoredKey stored = jdbc.sql("SELECT private_key, public_key FROM people.signing_key WHERE current")
			.query((row, number) -> new StoredKey(row.getBytes("private_key"), row.getBytes("public_key")))
			.single();
		return new KeyPair(Ed25519.publicKey(stored.publicKey()), Ed25519.privateKey(stored.privateKey()));
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record StoredKey(byte[] privateKey, byte[] publicKey) {
	}

}
