package clinic.daybook.api;

import java.util.List;

import clinic.daybook.api.departments.DepartmentEvent;
import clinic.daybook.api.doctors.DoctorEvent;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.users.UserEvent;

/** The table of contents of the book. */
public final class EventFamilies {

	public static final List<Class<? extends DaybookEvent>> ALL = List.of(ScheduleEvent.class, DoctorEvent.class,
			DepartmentEvent.class, UserEvent.class);

	private EventFamilies() {
	}

}
