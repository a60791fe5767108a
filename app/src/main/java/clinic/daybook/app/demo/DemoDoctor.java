package clinic.daybook.app.demo;

import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.users.Role;

/**
 * A doctor of the demo clinic.
 *
 * @param week the hours they began with
 * @param departments the one they work for, and those where they help out
 */
record DemoDoctor(UUID doctorId, DemoPerson person, Site site, int slotMinutes, Week week,
		List<DemoDepartment> departments) {

	static final DemoDoctor GRACE = new DemoDoctor(DemoId.DOCTOR.number(1),
			person(0x11, "grace@daybook.example", "Grace Garcia"), Site.NEW_YORK, 30,
			Week.mondayTo(DayOfWeek.FRIDAY, "09:00-12:00 13:00-17:00"), List.of(DemoDepartment.GENERAL_PRACTICE));

	/** Doesn't work on Fridays. */
	static final DemoDoctor RUTH = new DemoDoctor(DemoId.DOCTOR.number(2),
			person(0x12, "ruth@daybook.example", "Ruth Okafor"), Site.NEW_YORK, 15,
			Week.mondayTo(DayOfWeek.THURSDAY, "08:00-12:00 12:45-16:00"), List.of(DemoDepartment.GENERAL_PRACTICE));

	static final DemoDoctor HANA = new DemoDoctor(DemoId.DOCTOR.number(3),
			person(0x13, "hana@daybook.example", "Hana Suzuki"), Site.NEW_YORK, 20,
			Week.mondayTo(DayOfWeek.FRIDAY, "09:00-12:00 13:00-16:00"), List.of(DemoDepartment.DERMATOLOGY));

	static final DemoDoctor JONAS = new DemoDoctor(DemoId.DOCTOR.number(4),
			person(0x14, "jonas@daybook.example", "Jonas Weber"), Site.BERLIN, 45,
			Week.mondayTo(DayOfWeek.FRIDAY, "08:00-12:30 13:30-16:30"), List.of(DemoDepartment.CARDIOLOGY));

	/** Is in two departments, and there on Saturdays. */
	static final DemoDoctor LEYLA = new DemoDoctor(DemoId.DOCTOR.number(5),
			person(0x15, "leyla@daybook.example", "Leyla Demir"), Site.BERLIN, 20,
			Week.mondayTo(DayOfWeek.FRIDAY, "08:20-12:20 13:20-16:00").but(DayOfWeek.SATURDAY, "09:00-12:00"),
			List.of(DemoDepartment.PAEDIATRICS, DemoDepartment.GENERAL_PRACTICE));

	/** Has an evening. */
	static final DemoDoctor TOMASZ = new DemoDoctor(DemoId.DOCTOR.number(6),
			person(0x16, "tomasz@daybook.example", "Tomasz Nowak"), Site.BERLIN, 30,
			Week.mondayTo(DayOfWeek.FRIDAY, "09:00-12:00 13:00-17:00")
				.but(DayOfWeek.THURSDAY, "12:00-15:30 16:00-20:00"),
			List.of(DemoDepartment.DERMATOLOGY));

	static final List<DemoDoctor> ALL = List.of(GRACE, RUTH, HANA, JONAS, LEYLA, TOMASZ);

	private static DemoPerson person(int number, String email, String fullName) {
		return new DemoPerson(DemoId.ACCOUNT.number(number), Role.DOCTOR, email, fullName, null);
	}

	DemoDepartment department() {
		return this.departments.getFirst();
	}

	List<DemoDepartment> furtherDepartments() {
		return this.departments.subList(1, this.departments.size());
	}

	String specialty() {
		return department().label();
	}

}
