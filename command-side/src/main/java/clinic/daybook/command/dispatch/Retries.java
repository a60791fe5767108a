package clinic.daybook.command.dispatch;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Decides anew, from the history as it is by then, when somebody else was faster. */
public final class Retries {

	private static final int ATTEMPTS = 15;

	private static final Duration LONGEST_PAUSE = Duration.ofMillis(5);

	private Retries() {
	}

	/**
	 * What the work comes to once nobody interferes.
	 * @throws ConcurrencyException if others were faster every time
	 */
	public static <T> T onConflict(Supplier<T> work) {
		for (int attempt = 1;; attempt++) {
			try {
				return work.get();
			}
			catch (ConcurrencyException | DeadlockException ex) {
				if (attempt == ATTEMPTS) {
					throw ex;
				}
				LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
			}
		}
	}

}
