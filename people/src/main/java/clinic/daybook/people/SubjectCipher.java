package clinic.daybook.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

import org.springframework.stereotype.Component;

/**
 * Seals free text about a person with that person's own key (AES-256-GCM, bound to the
 * person), so that it can stand in a book which forgets nothing: with the key destroyed
 * it says nothing any more.
 */
@Component
public class SubjectCipher {

	private static final String VERSION = "v1.";

	private static final String ALGORITHM = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SubjectKeys keys;

	private final SecureRandom random = new SecureRandom();

	SubjectCipher(SubjectKeys keys) {
		this.keys = keys;
	}

	public String seal(UUID subject, String text) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, this.keys.findOrMake(subject), nonce, subject)
				.doFinal(text.getBytes(StandardCharsets.UTF_8));
			byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
			return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-GCM is part of every JDK", ex);
		}
	}

	/**
	 * The text again; empty if its key is gone, which it also is if the person has
	 * another one since.
	 */
	public Optional<String> open(UUID subject, String sealed) {
		if (!sealed.startsWith(VERSION)) {
			return Optional.empty();
		}
		return this.keys.find(subject).flatMap((key) -> open(subject, sealed, key));
	}

	private static Optional<String> open(UUID subject, String sealed, SecretKey key) {
		try {
			ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed.substring(VERSION.length())));
			if (all.remaining() < NONCE_BYTES) {
				return Optional.empty();
			}
			byte[] nonce = new byte[NONCE_BYTES];
			all.get(nonce);
			byte[] text = new byte[all.remaining()];
			all.get(text);
			return Optional
				.of(new String(cipher(Cipher.DECRYPT_MODE, key, nonce, subject).doFinal(text), StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID subject) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(ALGORITHM);
		cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(ByteBuffer.allocate(16)
			.putLong(subject.getMostSignificantBits())
			.putLong(subject.getLeastSignificantBits())
			.array());
		return cipher;
	}

}
