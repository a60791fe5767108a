package clinic.daybook.command.catalogue;

import java.util.List;

import clinic.daybook.api.departments.DepartmentEvent;
import clinic.daybook.api.departments.DepartmentRefusal;

/** What the rules make of a command. */
sealed interface DepartmentDecision {

	/** It happens. No events: it was so already. */
	record Accepted(List<DepartmentEvent> events) implements DepartmentDecision {
	}

	record Refused(DepartmentRefusal refusal) implements DepartmentDecision {
	}

}
