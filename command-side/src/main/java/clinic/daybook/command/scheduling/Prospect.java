package clinic.daybook.command.scheduling;

import java.time.Instant;

import clinic.daybook.api.scheduling.Asked;
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
					SlotDecider.isFree(new Asked(booking.memberId(), booking.start(), booking.by()), open, now),
					open.bookings().startingWithin(open.localDayOf(booking.start())).count());
		};
	}

}
