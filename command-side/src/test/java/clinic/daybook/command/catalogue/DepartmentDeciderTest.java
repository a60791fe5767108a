package clinic.daybook.command.catalogue;

import java.util.List;
import java.util.UUID;

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
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DepartmentDeciderTest {

	private static final UUID ID = UUID.fromString("de000000-0000-4000-8000-000000000001");

	private static final UUID NOOR = UUID.fromString("d0000000-0000-4000-8000-000000000001");

	private static final UUID GRACE = UUID.fromString("d0000000-0000-4000-8000-000000000002");

	private static final DepartmentEvent OPENED = new DepartmentOpened(ID, "Surgery", "Knives");

	private static final DepartmentEvent CLOSED = new DepartmentClosed(ID, "Surgery");

	@Test
	void aDepartmentIsOpenedOnce() {
		assertThat(decide(new OpenDepartment(ID, "Surgery", "Knives"))).isEqualTo(happens(OPENED));
		assertThat(decide(new OpenDepartment(ID, "Surgery", "Knives"), OPENED)).isEqualTo(happens());
	}

	@Test
	void itsNewNameComesWithTheFormerOne() {
		assertThat(decide(new RenameDepartment(ID, "Cardiology", null), OPENED))
			.isEqualTo(happens(new DepartmentRenamed(ID, "Surgery", "Cardiology", null)));
		assertThat(decide(new RenameDepartment(ID, "Oncology", null), OPENED,
				new DepartmentRenamed(ID, "Surgery", "Cardiology", null)))
			.isEqualTo(happens(new DepartmentRenamed(ID, "Cardiology", "Oncology", null)));
	}

	@Test
	void toDescribeItAsItIsChangesNothing() {
		assertThat(decide(new RenameDepartment(ID, "Surgery", "Knives"), OPENED)).isEqualTo(happens());
		assertThat(decide(new RenameDepartment(ID, "Surgery", null), OPENED))
			.isEqualTo(happens(new DepartmentRenamed(ID, "Surgery", "Surgery", null)));
	}

	@Test
	void aDoctorIsAssignedOnce() {
		assertThat(decide(new AssignDoctor(ID, NOOR), OPENED)).isEqualTo(happens(new DoctorAssigned(ID, NOOR)));
		assertThat(decide(new AssignDoctor(ID, NOOR), OPENED, new DoctorAssigned(ID, NOOR))).isEqualTo(happens());
		assertThat(decide(new AssignDoctor(ID, GRACE), OPENED, new DoctorAssigned(ID, NOOR)))
			.isEqualTo(happens(new DoctorAssigned(ID, GRACE)));
	}

	@Test
	void aDoctorLeavesOnceAndMayComeBack() {
		assertThat(decide(new UnassignDoctor(ID, NOOR), OPENED, new DoctorAssigned(ID, NOOR)))
			.isEqualTo(happens(new DoctorUnassigned(ID, NOOR)));
		assertThat(decide(new UnassignDoctor(ID, NOOR), OPENED)).isEqualTo(happens());
		assertThat(decide(new AssignDoctor(ID, NOOR), OPENED, new DoctorAssigned(ID, NOOR),
				new DoctorUnassigned(ID, NOOR)))
			.isEqualTo(happens(new DoctorAssigned(ID, NOOR)));
	}

	@Test
	void itClosesOnlyWhenTheLastDoctorHasLeft() {
		assertThat(decide(new CloseDepartment(ID), OPENED)).isEqualTo(happens(CLOSED));
		assertThat(decide(new CloseDepartment(ID), OPENED, new DoctorAssigned(ID, NOOR), new DoctorAssigned(ID, GRACE),
				new DoctorUnassigned(ID, NOOR)))
			.isEqualTo(new Refused(DepartmentRefusal.NOT_EMPTY));
		assertThat(
				decide(new CloseDepartment(ID), OPENED, new DoctorAssigned(ID, NOOR), new DoctorUnassigned(ID, NOOR)))
			.isEqualTo(happens(CLOSED));
	}

	@Test
	void itGivesBackTheNameItHasWhenItCloses() {
		assertThat(decide(new CloseDepartment(ID), OPENED, new DepartmentRenamed(ID, "Surgery", "Cardiology", null)))
			.isEqualTo(happens(new DepartmentClosed(ID, "Cardiology")));
	}

	@Test
	void whatIsClosedOrNeverWasTakesNoMoreCommands() {
		for (DepartmentCommand command : List.of(new RenameDepartment(ID, "Cardiology", null),
				new AssignDoctor(ID, NOOR), new UnassignDoctor(ID, NOOR), new CloseDepartment(ID))) {
			assertThat(decide(command)).isEqualTo(new Refused(DepartmentRefusal.NO_SUCH_DEPARTMENT));
			assertThat(decide(command, OPENED, CLOSED)).isEqualTo(new Refused(DepartmentRefusal.NO_SUCH_DEPARTMENT));
		}
		assertThat(decide(new OpenDepartment(ID, "Surgery", null), OPENED, CLOSED))
			.isEqualTo(new Refused(DepartmentRefusal.CLOSED_SINCE));
	}

	private static DepartmentDecision decide(DepartmentCommand command, DepartmentEvent... history) {
		DepartmentState state = new DepartmentState.NotOpened();
		for (DepartmentEvent event : history) {
			state = state.evolve(event);
		}
		return DepartmentDecider.decide(command, state);
	}

	private static DepartmentDecision happens(DepartmentEvent... events) {
		return new Accepted(List.of(events));
	}

}
