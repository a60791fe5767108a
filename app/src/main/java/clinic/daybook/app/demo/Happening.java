package clinic.daybook.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.SchedulingPolicy;
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

	record PolicySet(Instant at, DemoDoctor doctor, SchedulingPolicy policy) implements Happening {
	}

	/** Whole days; both included. */
	record DaysTakenOff(Instant at, DemoDoctor doctor, UUID timeOffId, LocalDate from, LocalDate to,
			String reason) implements Happening {
	}

	record ExtraHoursOpened(Instant at, DemoDoctor doctor, ExtraHours extraHours) implements Happening {
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
