package clinic.daybook.api.departments;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A department as clients see it. */
public record DepartmentView(UUID departmentId, String name, @Nullable String description) {

}
