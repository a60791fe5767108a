package clinic.daybook.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a request with an {@link IdempotencyKey} through once. Those that come while it is
 * under way wait for its answer, in whatever process; if it never gives one, the next
 * goes on with its id.
 */
@Component
class Attempts {

	private static final Logger logger = LoggerFactory.getLogger(Attempts.class);

	/** Longer than an attempt counts as alive: by then somebody was let through. */
	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(2);

	private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

	private final AttemptTable table;

	Attempts(AttemptTable table) {
		this.table = table;
	}

	/** The attempt to make, or the answer that there is already. */
	Turn take(IdempotencyKey key, byte[] body) {
		byte[] fingerprint = key.fingerprintOf(body);
		long since = System.nanoTime();
		while (true) {
			Optional<Attempt> begun = this.table.begin(key, fingerprint);
			if (begun.isPresent()) {
				return new Turn.Go(begun.get());
			}
			switch (endOfEarlier(key, fingerprint, since)) {
				case Earlier.Answered(byte[] sealed) -> {
					return new Turn.Replay(SealedAnswer.open(sealed, key));
				}
				case Earlier.OfAnotherBody other -> throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_REUSED);
				case Earlier.Running stillRunning -> throw ProblemException.retryAfter(ProblemCode.UNAVAILABLE,
						"The first request with this Idempotency-Key is still under way.", Duration.ofSeconds(1));
				case Earlier.Over over -> {
					// The next one is ours, or somebody's who was faster.
				}
			}
		}
	}

	private Earlier endOfEarlier(IdempotencyKey key, byte[] fingerprint, long since) {
		long pause = FIRST_PAUSE.toNanos();
		Earlier earlier = this.table.earlier(key, fingerprint);
		while (earlier instanceof Earlier.Running && System.nanoTime() - since < PATIENCE.toNanos()) {
			LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause / 2, pause));
			pause = Math.min(pause * 2, LONGEST_PAUSE.toNanos());
			earlier = this.table.earlier(key, fingerprint);
		}
		return earlier;
	}

	/**
	 * Takes note of how an attempt was answered. A refusal is not remembered. Nor is one
	 * with an unknown end, but its id is, since it may have created something after all;
	 * and a refusal that comes after such an attempt says nothing about it.
	 */
	void answered(Attempt attempt, ContentCachingResponseWrapper response) {
		int status = response.getStatus();
		if (status >= 200 && status < 300) {
			note(() -> this.table.remember(attempt, SealedAnswer.seal(FirstAnswer.of(response), attempt.key())));
		}
		else if (status >= 400 && status < 500 && !attempt.newId().mayExist()) {
			note(() -> this.table.forget(attempt));
		}
		else {
			failed(attempt);
		}
	}

	/** Takes note that nobody knows how an attempt has ended. */
	void failed(Attempt attempt) {
		note(() -> this.table.release(attempt));
	}

	// Whatever it was that happened, it has happened: the client is to hear of it.
	private static void note(Runnable noting) {
		try {
			noting.run();
		}
		catch (RuntimeException ex) {
			logger.warn("The end of an attempt could not be noted; the next one will find out by its id", ex);
		}
	}

	@Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void sweep() {
		this.table.sweep();
	}

	/** What a request gets to do. */
	sealed interface Turn {

		record Go(Attempt attempt) implements Turn {
		}

		record Replay(FirstAnswer answer) implements Turn {
		}

	}

}
