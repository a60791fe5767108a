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
	 * It happened.
	 *
	 * @param events what happened; none where it was so already
	 * @param after the schedule as it is now
	 * @param at when the last of the events was recorded
	 */
	record Done(ScheduleState schedule, List<ScheduleEvent> events, ScheduleState after,
			Instant at) implements Outcome {
	}

	/**
	 * It was refused.
	 *
	 * @param sequence of the last event the refusal knew: it may have come from a copy
	 * that another server has overtaken, see {@link ScheduleCommands}
	 */
	record Refused(ScheduleState schedule, Refusal refusal, long sequence) implements Outcome {
	}

}
