package clinic.daybook.query.catalogue;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A department as the read model keeps it. */
record DepartmentRow(UUID departmentId, String name, @Nullable String description, boolean open,
		SortedSet<UUID> doctors) {

	static DepartmentRow opened(UUID departmentId, String name, @Nullable String description) {
		return new DepartmentRow(departmentId, name, description, true, new TreeSet<>());
	}

	DepartmentRow renamed(String newName, @Nullable String newDescription) {
		return new DepartmentRow(this.departmentId, newName, newDescription, this.open, this.doctors);
	}

	DepartmentRow closed() {
		return new DepartmentRow(this.departmentId, this.name, this.description, false, this.doctors);
	}

	DepartmentRow with(UUID doctorId) {
		SortedSet<UUID> more = new TreeSet<>(this.doctors);
		more.add(doctorId);
		return of(more);
	}

	DepartmentRow without(UUID doctorId) {
		SortedSet<UUID> fewer = new TreeSet<>(this.doctors);
		fewer.removeAll(Set.of(doctorId));
		return of(fewer);
	}

	private DepartmentRow of(SortedSet<UUID> changed) {
		return new DepartmentRow(this.departmentId, this.name, this.description, this.open, changed);
	}

}
