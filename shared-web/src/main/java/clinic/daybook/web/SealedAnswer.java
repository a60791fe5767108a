package clinic.daybook.web;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A {@link FirstAnswer} as it is kept: names and reasons may be in it, so only who knows
 * the request's {@link IdempotencyKey} can open it (AES-256-GCM, bound to the scope).
 */
final class SealedAnswer {

	private static final String ALGORITHM = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final SecureRandom RANDOM = new SecureRandom();

	private SealedAnswer() {
	}

	static byte[] seal(FirstAnswer answer, IdempotencyKey key) {
		byte[] nonce = new byte[NONCE_BYTES];
		RANDOM.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(answer.json());
			return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-GCM is part of every JDK", ex);
		}
	}

	static FirstAnswer open(byte[] kept, IdempotencyKey key) {
		ByteBuffer all = ByteBuffer.wrap(kept);
		byte[] nonce = new byte[NONCE_BYTES];
		all.get(nonce);
		byte[] sealed = new byte[all.remaining()];
		all.get(sealed);
		try {
			return FirstAnswer.of(cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A kept answer was changed", ex);
		}
	}

	private static Cipher cipher(int mode, IdempotencyKey key, byte[] nonce) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(ALGORITHM);
		cipher.init(mode, key.sealingKey(), new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(key.scope());
		return cipher;
	}

}
