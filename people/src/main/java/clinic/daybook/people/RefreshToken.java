package clinic.daybook.people;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Session id, the session's secret, and the secret of this token alone. Whoever knows the
 * session's secret but not the latest token's has a token that was used before.
 */
final class RefreshToken {

	private static final int ID_BYTES = 16;

	private static final int SECRET_BYTES = 32;

	private static final SecureRandom random = new SecureRandom();

	private final UUID sessionId;

	private final byte[] family;

	private final byte[] secret;

	private RefreshToken(UUID sessionId, byte[] family, byte[] secret) {
		this.sessionId = sessionId;
		this.family = family;
		this.secret = secret;
	}

	static RefreshToken first(UUID sessionId) {
		return new RefreshToken(sessionId, randomSecret(), randomSecret());
	}

	static Optional<RefreshToken> parse(String text) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(text);
			if (bytes.length == ID_BYTES + 2 * SECRET_BYTES) {
				ByteBuffer buffer = ByteBuffer.wrap(bytes);
				UUID sessionId = new UUID(buffer.getLong(), buffer.getLong());
				return Optional
					.of(new RefreshToken(sessionId, Arrays.copyOfRange(bytes, ID_BYTES, ID_BYTES + SECRET_BYTES),
							Arrays.copyOfRange(bytes, ID_BYTES + SECRET_BYTES, bytes.length)));
			}
			return Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	RefreshToken next() {
		return new RefreshToken(this.sessionId, this.family, randomSecret());
	}

	UUID sessionId() {
		return this.sessionId;
	}

	byte[] familyHash() {
		return sha256(this.family);
	}

	byte[] tokenHash() {
		return sha256(this.secret);
	}

	boolean isOfFamily(byte[] familyHash) {
		return MessageDigest.isEqual(familyHash(), familyHash);
	}

	boolean isToken(byte[] tokenHash) {
		return MessageDigest.isEqual(tokenHash(), tokenHash);
	}

	String text() {
		byte[] bytes = ByteBuffer.allocate(ID_BYTES + 2 * SECRET_BYTES)
			.putLong(this.sessionId.getMostSignificantBits())
			.putLong(this.sessionId.getLeastSignificantBits())
			.put(this.family)
			.put(this.secret)
			.array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static byte[] randomSecret() {
		byte[] secret = new byte[SECRET_BYTES];
		random.nextBytes(secret);
		return secret;
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
