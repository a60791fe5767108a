package clinic.daybook.app.axon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.daybook.book.Lag;
import clinic.daybook.book.Lags;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The lags of a moment ago at most: whoever collects metrics asks for each number by
 * itself, and a database that doesn't answer is to be waited for once, not by each.
 */
@Component
@Profile("query | !command")
class LatestLags {

	private static final Duration FRESH = Duration.ofSeconds(1);

	private final Lags lags;

	private final Clock clock;

	private final Lock lock = new ReentrantLock();

	private @Nullable Look latest;

	LatestLags(Lags lags, Clock clock) {
		this.lags = lags;
		this.clock = clock;
	}

	/** By the processor's name; empty if the database can't tell. */
	Map<String, Lag> byProcessor() {
		this.lock.lock();
		try {
			Look look = this.latest;
			if (look == null || this.clock.instant().isAfter(look.at().plus(FRESH))) {
				Map<String, Lag> found = look();
				// Since then, however long the database took to answer.
				look = new Look(this.clock.instant(), found);
				this.latest = look;
			}
			return look.lags();
		}
		finally {
			this.lock.unlock();
		}
	}

	private Map<String, Lag> look() {
		try {
			return this.lags.at(this.clock.instant())
				.stream()
				.collect(Collectors.toMap(Lag::processor, Function.identity()));
		}
		catch (DataAccessException ex) {
			return Map.of();
		}
	}

	private record Look(Instant at, Map<String, Lag> lags) {
	}

}
