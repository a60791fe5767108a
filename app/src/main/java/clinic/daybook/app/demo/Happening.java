package clinic.daybook.app.demo;

import java.time.Instant;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.DayHours;
import org.jspecify.annotations.Nullable;

/** Something that happens in the demo clinic, and when. */
sealed interface Happening {

	Instant at();

	record Registered(Instant at, DemoPerson person) implements Happening {
	}

	record DepartmentOpened(Instant at, DemoDepartment department) implements Happening {
	}

	record DoctorOnboarded(Instant at, DemoDoctor doctor) implements Happening {
	}

	record HoursSet(Instant at, DemoDoctor doctor, DayHours hours) implements Happening {
	}

	record Booked(Instant at, PlannedAppointment appointment, Booker by, @Nullable String reason) implements Happening {
	}

	record Cancelled(Instant at, PlannedAppointment appointment, Booker by,
			@Nullable String reason) implements Happening {
	}

	record CheckedIn(Instant at, PlannedAppointment appointment) implements Happening {
	}

	record Completed(Instant at, PlannedAppointment appointment) implements Happening {
	}

	record Missed(Instant at, PlannedAppointment appointment) implements Happening {
	}

}
