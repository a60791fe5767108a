package clinic.daybook.command.catalogue;

import clinic.daybook.api.departments.DepartmentRefusal;

/** What came of a command that reached its department. */
sealed interface DepartmentOutcome {

	/** It is so now, whether or not it was before. */
	record Done(DepartmentState.Open department) implements DepartmentOutcome {
	}

	/** It has been closed. */
	record Gone() implements DepartmentOutcome {
	}

	record Refused(DepartmentRefusal refusal) implements DepartmentOutcome {
	}

}
