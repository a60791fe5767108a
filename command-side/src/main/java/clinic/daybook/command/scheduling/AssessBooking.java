package clinic.daybook.command.scheduling;

import java.util.UUID;

import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;

/** Asks a schedule what it would make of a booking, without booking anything. */
record AssessBooking(BookAppointment booking) {

	UUID doctorId() {
		return this.booking.doctorId();
	}

}
