package clinic.daybook.benchmarks.proof;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.JdbcTemplate;

/** Waits for the readers of a database, as far as that is of any use. */
final class ReadersWait {

	private static final int TURN_MILLIS = 20;

	/** After which a reader that sees nothing more will not see what it lacks. */
	private static final Duration QUIET = Duration.ofSeconds(20);

	private final SeenEvents seen;

	ReadersWait(JdbcTemplate jdbc) {
		this.seen = new SeenEvents(jdbc);
	}

	/** Until each has seen that many, or none has seen anything for a while. */
	void untilAllIsSeen(long events) throws InterruptedException {
		long all = events * Reader.Kind.values().length;
		long most = -1;
		long quietSince = System.nanoTime();
		while (most < all && System.nanoTime() - quietSince < QUIET.toNanos()) {
			TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
			long now = Arrays.stream(Reader.Kind.values()).mapToLong((kind) -> this.seen.count(kind.name())).sum();
			if (now > most) {
				most = now;
				quietSince = System.nanoTime();
			}
		}
	}

}
