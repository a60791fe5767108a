package clinic.daybook.app.clock;

import java.time.Instant;

/**
 * Lets the demo clinic tell its past. Commands are handled and events stamped in the
 * thread that sends them, so it is enough if that thread is shown another time: tokens,
 * requests and processors go by the present.
 */
public final class TimeTravel {

	private final SteadyClock clock;

	TimeTravel(SteadyClock clock) {
		this.clock = clock;
	}

	/** Does the work as if it were then. It is for the caller to go forward only. */
	public void to(Instant past, Runnable work) {
		this.clock.tell(past, work);
	}

}
