package clinic.daybook.web;

import java.time.Duration;

/** How far the read models have come. */
public interface ReadModels {

	/**
	 * Waits until they show everything up to the position; false if they don't in time.
	 */
	boolean caughtUpWith(long position, Duration atMost);

}
