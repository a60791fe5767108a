package clinic.daybook.command.catalogue;

import clinic.daybook.api.departments.DepartmentRefusal;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;

/** Puts a department's refusals to people. */
final class DepartmentProblems {

	private DepartmentProblems() {
	}

	static ProblemException problem(DepartmentRefusal refusal) {
		return switch (refusal) {
			case NO_SUCH_DEPARTMENT -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such department.");
			case CLOSED_SINCE -> new ProblemException(ProblemCode.CONFLICT,
					"The department was opened by an earlier attempt, and has been closed since.");
			case NAME_TAKEN -> new ProblemException(ProblemCode.DEPARTMENT_EXISTS);
			case NOT_EMPTY -> new ProblemException(ProblemCode.DEPARTMENT_NOT_EMPTY);
		};
	}

}
