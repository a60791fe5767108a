package clinic.daybook.command.scheduling;

import java.util.List;

import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleEvent;

/** What the rules make of a command. */
sealed interface Decision {

	/** It happens. No events: it was so already. */
	record Accepted(List<ScheduleEvent> events) implements Decision {
	}

	record Refused(Refusal refusal) implements Decision {
	}

}
