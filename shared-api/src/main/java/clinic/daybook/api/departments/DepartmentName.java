package clinic.daybook.api.departments;

import java.util.UUID;

/** A department where it is named beside something else. */
public record DepartmentName(UUID departmentId, String name) {

}
