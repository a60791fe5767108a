package clinic.daybook.command.catalogue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.api.departments.DepartmentEvent;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentClosed;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentOpened;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentRenamed;
import clinic.daybook.api.departments.DepartmentEvent.DoctorAssigned;
import clinic.daybook.api.departments.DepartmentEvent.DoctorUnassigned;
import org.jspecify.annotations.Nullable;

/** What a department's history comes to: one record per phase of its life. */
sealed interface DepartmentState {

	/** The state after one more event. */
	DepartmentState evolve(DepartmentEvent event);

	record NotOpened() implements DepartmentState {

		@Override
		public DepartmentState evolve(DepartmentEvent event) {
			return (event instanceof DepartmentOpened opened) ? new Open(opened.name(), opened.description(), Set.of())
					: this;
		}

	}

	record Open(String name, @Nullable String description, Set<UUID> doctors) implements DepartmentState {

		@Override
		public DepartmentState evolve(DepartmentEvent event) {
			return switch (event) {
				case DepartmentOpened again -> this;
				case DepartmentRenamed renamed -> new Open(renamed.name(), renamed.description(), this.doctors);
				case DoctorAssigned assigned -> with(assigned.doctorId());
				case DoctorUnassigned unassigned -> without(unassigned.doctorId());
				case DepartmentClosed closed -> new Closed();
			};
		}

		private Open with(UUID doctorId) {
			Set<UUID> more = new HashSet<>(this.doctors);
			more.add(doctorId);
			return new Open(this.name, this.description, Set.copyOf(more));
		}

		private Open without(UUID doctorId) {
			Set<UUID> fewer = new HashSet<>(this.doctors);
			fewer.remove(doctorId);
			return new Open(this.name, this.description, Set.copyOf(fewer));
		}

	}

	record Closed() implements DepartmentState {

		@Override
		public DepartmentState evolve(DepartmentEvent event) {
			return this;
		}

	}

}
