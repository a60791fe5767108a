package clinic.daybook.api.departments;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import clinic.daybook.api.DaybookEvent;

/**
 * What happens to a department. That a doctor belongs to it stands in its own history and
 * not in the doctor's, so that nobody can join it and close it at once.
 */
public sealed interface DepartmentEvent extends DaybookEvent {

	UUID departmentId();

	record DepartmentOpened(UUID departmentId, String name, @Nullable String description) implements DepartmentEvent {
	}

	/**
	 * Name and description as they are from now on.
	 *
	 * @param formerName which others may have from now on
	 */
	record DepartmentRenamed(UUID departmentId, String formerName, String name,
			@Nullable String description) implements DepartmentEvent {
	}

	record DoctorAssigned(UUID departmentId, UUID doctorId) implements DepartmentEvent {
	}

	record DoctorUnassigned(UUID departmentId, UUID doctorId) implements DepartmentEvent {
	}

	/**
	 * It is gone for good.
	 *
	 * @param name which others may have from now on
	 */
	record DepartmentClosed(UUID departmentId, String name) implements DepartmentEvent {
	}

}
