package clinic.daybook.api.departments;

/** Why a department said no. */
public enum DepartmentRefusal {

	/** It never was, or has been closed. */
	NO_SUCH_DEPARTMENT,

	/** It was opened, and has been closed since. */
	CLOSED_SINCE,

	/** Another department has that name, in whatever case. */
	NAME_TAKEN,

	/** Doctors belong to it, so it can't be closed. */
	NOT_EMPTY

}
