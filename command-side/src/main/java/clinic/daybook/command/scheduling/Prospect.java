package clinic.daybook.command.scheduling;

import java.time.Instant;

import clinic.daybook.api.scheduling.Availability;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;

/**
 * What a schedule says of a booking beforehand.
 *
 * @param appointmentsThatDay those of the local day, cancelled ones left out
 */
record Prospect(boolean possible, long appointmentsThatDay) {

	static Prospect of(ScheduleState state, BookAppointment booking, Instant now) {
		return switch (state) {
			case ScheduleState.NotOpened() -> new Prospect(false, 0);
			case ScheduleState.Open open -> new Prospect(
					open.availabilityAt(now).at(booking.start(), booking.by()) instanceof Availability.Answer.Free
							&& !open.isAtDailyLimit(booking, booking.start()),
					open.bookings().startingWithin(open.localDayOf(booking.start())).count());
		};
	}

}
