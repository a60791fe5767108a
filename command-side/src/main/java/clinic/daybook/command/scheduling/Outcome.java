package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.List;

import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleEvent;

/** What came of a command that reached its schedule. */
sealed interface Outcome {

	/** The schedule that answered, as it was before. */
	ScheduleState schedule();

	/**
	 * The sequence of the last event that the schedule knew before it answered. It may
	 * have been a copy that another server has overtaken, see {@link ScheduleCommands}.
	 */
	long sequence();

	/** Whether the book itself has judged the answer, by taking its events. */
	boolean wasJudgedByTheBook();

	/**
	 * It happened.
	 *
	 * @param events what happened; none where it was so already
	 * @param after the schedule as it is now
	 * @param at when the last of the events was recorded
	 */
	record Done(ScheduleState schedule, long sequence, List<ScheduleEvent> events, ScheduleState after,
			Instant at) implements Outcome {

		/** The schedule as it is now; only an open one can accept anything. */
		ScheduleState.Open open() {
			if (this.after instanceof ScheduleState.Open open) {
				return open;
			}
			throw new IllegalStateException("Accepted by a schedule that was never opened");
		}

		@Override
		public boolean wasJudgedByTheBook() {
			return !this.events.isEmpty();
		}

	}

	record Refused(ScheduleState schedule, long sequence, Refusal refusal) implements Outcome {

		@Override
		public boolean wasJudgedByTheBook() {
			return false;
		}

	}

}
