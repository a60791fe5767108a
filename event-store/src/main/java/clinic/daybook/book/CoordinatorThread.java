package clinic.daybook.book;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread in which a pooled processor hands events to its workers, to be given to it
 * as its coordinator's executor. When they have all they can take, Axon comes back after
 * a tenth of a second, and workers are idle for most of that: this thread comes back at
 * once. Longer waits, as after failures, stay as they are.
 */
public final class CoordinatorThread extends ScheduledThreadPoolExecutor {

	private static final long AXONS_PAUSE_MILLIS = 100;

	private static final long PAUSE_MILLIS = 5;

	/**
	 * Starts with the first event, and ends with {@link #shutdown()}.
	 * @param processor whose it is
	 */
	public CoordinatorThread(String processor) {
		super(1, Thread.ofPlatform().daemon().name("Coordinator[" + processor + "]").factory());
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
		return (unit.toMillis(delay) <= AXONS_PAUSE_MILLIS)
				? super.schedule(task, Math.min(unit.toMillis(delay), PAUSE_MILLIS), TimeUnit.MILLISECONDS)
				: super.schedule(task, delay, unit);
	}

}
