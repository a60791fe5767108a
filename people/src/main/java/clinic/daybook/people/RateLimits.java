package clinic.daybook.people;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
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
 * stranger could lock its owner out by guessing; and an address may be a whole clinic's,
 * so what it does rightly is hardly limited. Logging out is not at all. It runs on real
 * time: moving the clinic's clock gives no new guesses.
 */
@Component
class RateLimits {

	private static final Duration PERIOD = Duration.ofMinutes(1);

	private static final int IPV6_SITE_BYTES = 8;

	private final boolean enabled;

	private final Limit accountFromAddress = new Limit(10);

	private final Limit loginsFromAddress = new Limit(300);

	private final Limit failuresFromAddress = new Limit(60);

	private final Limit sessionFromAddress = new Limit(20);

	private final Limit refreshesFromAddress = new Limit(300);

	private final Limit registration = new Limit(20);

	RateLimits(@Value("${daybook.rate-limit.enabled:true}") boolean enabled) {
		this.enabled = enabled;
	}

	/**
	 * To be called before the password is looked at, so it counts as failed until
	 * {@link #loggedIn}: many guesses at once can't outrun their count. One account's
	 * limit comes first, so that a device that keeps trying uses up nobody else's.
	 */
	void login(String email, String from) {
		check(this.accountFromAddress, site(from) + " " + email);
		check(this.loginsFromAddress, site(from));
		check(this.failuresFromAddress, site(from));
	}

	void loggedIn(String from) {
		if (this.enabled) {
			this.failuresFromAddress.giveBack(site(from));
		}
	}

	void registration(String from) {
		check(this.registration, site(from));
	}

	/**
	 * As with logins, one session's limit comes first.
	 * @param sessionId whose token it is by what it says; empty if it says nothing
	 */
	void refresh(Optional<UUID> sessionId, String from) {
		sessionId.ifPresent((id) -> check(this.sessionFromAddress, site(from) + " " + id));
		check(this.refreshesFromAddress, site(from));
	}

	/** Whoever has got hold of an access token must not find out the password with it. */
	void password(UUID userId, String from) {
		login(userId.toString(), from);
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

		void giveBack(String key) {
			this.buckets.get(key, (absent) -> bucket()).addTokens(1);
		}

		private Bucket bucket() {
			return Bucket.builder()
				.addLimit((limit) -> limit.capacity(this.perPeriod).refillGreedy(this.perPeriod, PERIOD))
				.build();
		}

	}

}
