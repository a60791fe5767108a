package clinic.daybook.people;

import java.text.Normalizer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import clinic.daybook.web.InputErrors;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords, a few at a time: each hash takes megabytes and a core, and requests
 * run on threads of which there is no end.
 */
@Component
class Passwords {

	static final int SHORTEST = 8;

	static final int LONGEST = 200;

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final PasswordEncoder encoder;

	private final Semaphore places = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

	private final String nobodys;

	@Autowired
	Passwords(PasswordSettings settings) {
		this(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, settings.memoryKib(), settings.iterations()));
	}

	Passwords(PasswordEncoder encoder) {
		this.encoder = encoder;
		this.nobodys = hash(UUID.randomUUID().toString());
	}

	String hash(String password) {
		return inTurn(() -> String.valueOf(this.encoder.encode(normalised(password))));
	}

	/**
	 * Compares, and takes as long where there is nothing to compare with: who has an
	 * account must not be told by a clock.
	 */
	boolean match(String password, @Nullable String hash) {
		String against = (hash != null) ? hash : this.nobodys;
		boolean same = inTurn(() -> this.encoder.matches(normalised(password), against));
		return same && hash != null;
	}

	static void check(InputErrors errors, String field, String password) {
		int length = password.codePointCount(0, password.length());
		errors.check(length >= SHORTEST && length <= LONGEST, field,
				"must have " + SHORTEST + " to " + LONGEST + " characters");
	}

	static boolean same(String one, String other) {
		return normalised(one).equals(normalised(other));
	}

	// The same letters can be typed as different characters on different machines.
	private static String normalised(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFC);
	}

	private <T> T inTurn(Supplier<T> work) {
		try {
			if (!this.places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				throw busy();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw busy();
		}
		try {
			return work.get();
		}
		finally {
			this.places.release();
		}
	}

	private static ProblemException busy() {
		return ProblemException.retryAfter(ProblemCode.UNAVAILABLE, "Too many people are logging in at once.",
				Duration.ofSeconds(5));
	}

}
