package clinic.daybook.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The key of each person that free text about them is sealed with. */
@Component
class SubjectKeys {

	private static final int KEY_BYTES = 32;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	// Short, since a key destroyed elsewhere lives on here for that long.
	private final Cache<UUID, SecretKey> known = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(Duration.ofSeconds(10))
		.build();

	SubjectKeys(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<SecretKey> find(UUID subject) {
		@Nullable SecretKey cached = this.known.getIfPresent(subject);
		return (cached != null) ? Optional.of(cached) : read(subject);
	}

	SecretKey findOrMake(UUID subject) {
		return find(subject).orElseGet(() -> make(subject));
	}

	private SecretKey make(UUID subject) {
		byte[] fresh = new byte[KEY_BYTES];
		this.random.nextBytes(fresh);
		this.jdbc.sql("""
				INSERT INTO keys.subject_key (subject, key, created_at) VALUES (:subject, :key, :createdAt)
				ON CONFLICT DO NOTHING
				""")
			.param("subject", subject)
			.param("key", fresh)
			.param("createdAt", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		return read(subject).orElseThrow(() -> new IllegalStateException("A key was destroyed while it was made"));
	}

	private Optional<SecretKey> read(UUID subject) {
		Optional<SecretKey> key = this.jdbc.sql("SELECT key FROM keys.subject_key WHERE subject = :subject")
			.param("subject", subject)
			.query((row, number) -> row.getBytes("key"))
			.optional()
			.map((bytes) -> new SecretKeySpec(bytes, "AES"));
		// What an open transaction sees may yet be rolled back, and text sealed with a
		// key that never was could never be read.
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			key.ifPresent((found) -> this.known.put(subject, found));
		}
		return key;
	}

}
