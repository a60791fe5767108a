package clinic.daybook.api.departments;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What can be asked of a department. */
public sealed interface DepartmentCommand {

	UUID departmentId();

	record OpenDepartment(UUID departmentId, String name, @Nullable String description) implements DepartmentCommand {
	}

	/** Replaces name and description. */
	record RenameDepartment(UUID departmentId, String name, @Nullable String description) implements DepartmentCommand {
	}

	/** Of a doctor who is known to be one. */
	record AssignDoctor(UUID departmentId, UUID doctorId) implements DepartmentCommand {
	}

	record UnassignDoctor(UUID departmentId, UUID doctorId) implements DepartmentCommand {
	}

	record CloseDepartment(UUID departmentId) implements DepartmentCommand {
	}

}
