package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.List;

import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleEvent;

/** What came of a command that reached its schedule. */
sealed interface Outcome {

	/**
	 * It happened.
	 *
	 * @param events what happened; none where it was so already
	 * @param before the schedule as it was
	 * @param after the schedule as it is now
	 */
	record Done(List<ScheduleEvent> events, ScheduleState before, ScheduleState after) implements Outcome {
	}

	/**
	 * It was refused.
	 *
	 * @param sequence of the last event the refusal knew: it may have come from a copy
	 * that another server has overtaken, see {@link ScheduleCommands}
	 */
	record Refused(Refusal refusal, long sequence) implements Outcome {
	}

}
