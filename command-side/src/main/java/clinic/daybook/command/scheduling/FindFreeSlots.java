package clinic.daybook.command.scheduling;

import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;

/**
 * Asks a schedule what a member could book instead, given the hours that are taken in
 * their own life: those it can't know.
 */
record FindFreeSlots(BookAppointment insteadOf, List<Interval> memberHours) {

	UUID doctorId() {
		return this.insteadOf.doctorId();
	}

}
