package clinic.daybook.people;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often an address may try. An account's own limit counts per address too, or else a
 * stranger could lock its owner out by guessing. It runs on real time: moving the
 * clinic's clock gives no new guesses.
 */
@Component
class RateLimits {

	private static final Duration PERIOD = Duration.ofMinutes(1);

	private static final int IPV6_SITE_BYTES = 8;

	private final boolean enabled;

	private final Limit accountFromAddress = new Limit(10);

	private final Limit address = new Limit(60);

	private final Limit registration = new Limit(20);

	RateLimits(@Value("${daybook.rate-limit.enabled:true}") boolean enabled) {
		this.enabled = enabled;
	}

	void login(String email, String from) {
		check(this.address, site(from));
		check(this.accountFromAddress, site(from) + " " + email);
	}

	void registration(String from) {
		check(this.registration, site(from));
	}

	void session(String from) {
		check(this.address, site(from));
	}

	/** Whoever has got hold of an access token must not find out the password with it. */
	void password(UUID userId, String from) {
		check(this.address, site(from));
		check(this.accountFromAddress, site(from) + " " + userId);
	}

	private void check(Limit limit, String key) {
		if (this.enabled) {
			limit.take(key);
		}
	}

	// Whoever has one IPv6 address has 2^64 of them.
	private static String site(String from) {
		try {
			byte[] bytes = InetAddress.getByName(from).getAddress();
			return HexFormat.of()
				.formatHex((bytes.length > IPV6_SITE_BYTES) ? Arrays.copyOf(bytes, IPV6_SITE_BYTES) : bytes);
		}
		catch (UnknownHostException ex) {
			return from;
		}
	}

	private static final class Limit {

		private final long perPeriod;

		private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
			.maximumSize(100_000)
			.expireAfterAccess(PERIOD.multipliedBy(2))
			.build();

		Limit(long perPeriod) {
			this.perPeriod = perPeriod;
		}

		void take(String key) {
			ConsumptionProbe probe = this.buckets.get(key, (absent) -> bucket()).tryConsumeAndReturnRemaining(1);
			if (!probe.isConsumed()) {
				throw ProblemException.retryAfter(ProblemCode.RATE_LIMITED, ProblemCode.RATE_LIMITED.explanation(),
						Duration.ofNanos(probe.getNanosToWaitForRefill()));
			}
		}

		private Bucket bucket() {
			return Bucket.builder()
				.addLimit((limit) -> limit.capacity(this.perPeriod).refillGreedy(this.perPeriod, PERIOD))
				.build();
		}

	}

}
