package clinic.daybook.command.catalogue;

import java.util.UUID;

/** Whether a doctor is in a department, and what it is called. */
record FindDepartment(UUID departmentId, UUID doctorId) {

}
