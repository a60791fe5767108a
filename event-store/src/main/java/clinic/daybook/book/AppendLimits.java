package clinic.daybook.book;

import java.time.Duration;

/**
 * How long appends wait, and how many.
 *
 * @param patience after which an append has been answered, in one way or the other
 * @param waiting how many wait at most; one more is refused at once
 * @param together how many are written at most by one call
 */
public record AppendLimits(Duration patience, int waiting, int together) {

	/** See {@code book.append_each}. */
	private static final int MOST_TOGETHER = 64;

	private static final Duration LEAST_PATIENCE = Duration.ofMillis(20);

	public static final AppendLimits DEFAULT = new AppendLimits(Duration.ofSeconds(5), 4096, MOST_TOGETHER);

	public AppendLimits {
		if (patience.compareTo(LEAST_PATIENCE) < 0) {
			throw new IllegalArgumentException("Appends need " + LEAST_PATIENCE.toMillis() + " ms of patience");
		}
		if (waiting < 1) {
			throw new IllegalArgumentException("At least one append must be allowed to wait");
		}
		if (together < 1 || together > MOST_TOGETHER) {
			throw new IllegalArgumentException("From 1 to " + MOST_TOGETHER + " appends are written together");
		}
	}

	public AppendLimits withPatience(Duration changed) {
		return new AppendLimits(changed, this.waiting, this.together);
	}

	/** So long before its time is up an append stops waiting for the head. */
	Duration wayBack() {
		return this.patience.dividedBy(10);
	}

	/** Who has less time left is not sent any more: the answer would come too late. */
	Duration lastMoment() {
		return wayBack().multipliedBy(2);
	}

	/** After which a connection that says nothing is given up. */
	Duration silence() {
		return this.patience.plus(wayBack());
	}

}
