package clinic.daybook.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a client sends in {@code Idempotency-Key}, where it counts: for one caller, method
 * and path. It is kept nowhere. All that is kept is derived from it, so that the database
 * alone tells nothing of callers, bodies and answers.
 */
public final class IdempotencyKey {

	public static final String HEADER = "Idempotency-Key";

	private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

	private static final String MAC = "HmacSHA256";

	private static final String ENCRYPTION = "AES";

	private final SecretKey secret;

	private IdempotencyKey(byte[] secret) {
		this.secret = new SecretKeySpec(secret, MAC);
	}

	/**
	 * The key in a request's headers of that name; a 400 that names it if it is no good.
	 */
	static IdempotencyKey of(List<String> headers, UUID caller, String method, String path) {
		if (headers.size() != 1 || !FORM.matcher(headers.getFirst()).matches()) {
			throw ProblemException.invalid(HEADER,
					"must be given once, with 1 to 255 visible ASCII characters and no spaces");
		}
		// None of the parts can contain a line feed.
		return new IdempotencyKey(sha256(String.join("\n", caller.toString(), method, path, headers.getFirst())));
	}

	/** Tells it from all other keys, callers, methods and paths. */
	byte[] scope() {
		return derived("scope", new byte[0]);
	}

	/**
	 * Tells whether two bodies are the same. It takes the key to compute it, so a body
	 * can't be found out by trying.
	 */
	byte[] fingerprintOf(byte[] body) {
		return derived("request", body);
	}

	/** What the answer is sealed with. */
	SecretKey sealingKey() {
		return new SecretKeySpec(derived("answer", new byte[0]), ENCRYPTION);
	}

	private byte[] derived(String purpose, byte[] input) {
		try {
			Mac mac = Mac.getInstance(MAC);
			mac.init(this.secret);
			byte[] label = purpose.getBytes(StandardCharsets.US_ASCII);
			return mac.doFinal(ByteBuffer.allocate(1 + label.length + input.length)
				.put((byte) label.length)
				.put(label)
				.put(input)
				.array());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HMAC is part of every JDK", ex);
		}
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

}
