package clinic.daybook.command.catalogue;

import java.util.List;
import java.util.Objects;

import clinic.daybook.api.departments.DepartmentCommand;
import clinic.daybook.api.departments.DepartmentCommand.AssignDoctor;
import clinic.daybook.api.departments.DepartmentCommand.CloseDepartment;
import clinic.daybook.api.departments.DepartmentCommand.OpenDepartment;
import clinic.daybook.api.departments.DepartmentCommand.RenameDepartment;
import clinic.daybook.api.departments.DepartmentCommand.UnassignDoctor;
import clinic.daybook.api.departments.DepartmentEvent;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentClosed;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentOpened;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentRenamed;
import clinic.daybook.api.departments.DepartmentEvent.DoctorAssigned;
import clinic.daybook.api.departments.DepartmentEvent.DoctorUnassigned;
import clinic.daybook.api.departments.DepartmentRefusal;
import clinic.daybook.command.catalogue.DepartmentDecision.Accepted;
import clinic.daybook.command.catalogue.DepartmentDecision.Refused;

/**
 * The rules of a department. Pure: what it answers depends on its arguments alone. That
 * no two departments share a name is for the book to judge, see {@link DepartmentClaims}.
 */
final class DepartmentDecider {

	private DepartmentDecider() {
	}

	static DepartmentDecision decide(DepartmentCommand command, DepartmentState state) {
		return switch (state) {
			case DepartmentState.NotOpened() when command instanceof OpenDepartment open ->
				happens(new DepartmentOpened(open.departmentId(), open.name(), open.description()));
			case DepartmentState.NotOpened() -> new Refused(DepartmentRefusal.NO_SUCH_DEPARTMENT);
			case DepartmentState.Closed() when command instanceof OpenDepartment ->
				new Refused(DepartmentRefusal.CLOSED_SINCE);
			case DepartmentState.Closed() -> new Refused(DepartmentRefusal.NO_SUCH_DEPARTMENT);
			case DepartmentState.Open open -> decide(command, open);
		};
	}

	private static DepartmentDecision decide(DepartmentCommand command, DepartmentState.Open department) {
		return switch (command) {
			case OpenDepartment again -> nothingHappens();
			case RenameDepartment rename -> rename(rename, department);
			case AssignDoctor assign -> department.doctors().contains(assign.doctorId()) ? nothingHappens()
					: happens(new DoctorAssigned(assign.departmentId(), assign.doctorId()));
			case UnassignDoctor unassign -> department.doctors().contains(unassign.doctorId())
					? happens(new DoctorUnassigned(unassign.departmentId(), unassign.doctorId())) : nothingHappens();
			case CloseDepartment close ->
				department.doctors().isEmpty() ? happens(new DepartmentClosed(close.departmentId(), department.name()))
						: new Refused(DepartmentRefusal.NOT_EMPTY);
		};
	}

	private static DepartmentDecision rename(RenameDepartment command, DepartmentState.Open department) {
		if (command.name().equals(department.name())
				&& Objects.equals(command.description(), department.description())) {
			return nothingHappens();
		}
		return happens(new DepartmentRenamed(command.departmentId(), department.name(), command.name(),
				command.description()));
	}

	private static DepartmentDecision happens(DepartmentEvent event) {
		return new Accepted(List.of(event));
	}

	private static DepartmentDecision nothingHappens() {
		return new Accepted(List.of());
	}

}
