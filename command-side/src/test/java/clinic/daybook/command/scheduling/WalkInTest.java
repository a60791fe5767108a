package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;

import clinic.daybook.api.scheduling.ScheduleCommand.BookWalkIn;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.SlotRule;
import org.junit.jupiter.api.Test;

import static clinic.daybook.command.scheduling.ScheduleSpecification.ANNA;
import static clinic.daybook.command.scheduling.ScheduleSpecification.BEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.DOCTOR;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NEW_APPOINTMENT;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE_FIFTEEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE_THIRTY;
import static clinic.daybook.command.scheduling.ScheduleSpecification.TEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.at;
import static clinic.daybook.command.scheduling.ScheduleSpecification.away;
import static clinic.daybook.command.scheduling.ScheduleSpecification.book;
import static clinic.daybook.command.scheduling.ScheduleSpecification.booked;
import static clinic.daybook.command.scheduling.ScheduleSpecification.givenAt;
import static clinic.daybook.command.scheduling.ScheduleSpecification.held;
import static clinic.daybook.command.scheduling.ScheduleSpecification.opened;
import static clinic.daybook.command.scheduling.ScheduleSpecification.tuesdays;

class WalkInTest {

	@Test
	void whoeverWalksInIsTakenInOffTheGrid() {
		Instant seven = at("2026-12-01T09:07-05:00");

		givenAt(seven, opened(), tuesdays(30, "09:00-12:00")).when(walkIn(seven, 11)).happens(walkedIn(seven, 11));
	}

	@Test
	void aQuarterOfAnHourAgoIsTheEarliest() {
		givenAt(NINE_FIFTEEN, opened(), tuesdays(30, "09:00-12:00")).when(walkIn(NINE, 20)).happens(walkedIn(NINE, 20));
		givenAt(NINE_FIFTEEN.plusMillis(1), opened(), tuesdays(30, "09:00-10:00")).when(walkIn(NINE, 20))
			.refused(SlotRule.NOT_TOO_SOON, NINE, NINE_THIRTY, at("2026-12-08T09:00-05:00"),
					at("2026-12-08T09:30-05:00"));
	}

	@Test
	void hoursTimeOffBookingsAndHoldsCountForThemToo() {
		Instant nextWeek = at("2026-12-08T09:00-05:00");
		Instant nextWeekHalf = at("2026-12-08T09:30-05:00");

		givenAt(NINE, opened(), tuesdays(30, "09:00-10:00")).when(walkIn(NINE_THIRTY, 31))
			.refused(SlotRule.WITHIN_WORKING_HOURS, NINE_THIRTY, NINE_THIRTY, nextWeek, nextWeekHalf);
		givenAt(NINE, opened(), tuesdays(30, "09:00-10:00"), away(NINE_THIRTY, TEN)).when(walkIn(NINE, 31))
			.refused(SlotRule.NOT_ON_TIME_OFF, NINE, NINE, nextWeek, nextWeekHalf);
		givenAt(NINE, opened(), tuesdays(30, "09:00-10:00"), booked(NINE_THIRTY, 30)).when(walkIn(NINE, 31))
			.refused(SlotRule.NOT_TAKEN, NINE, NINE, nextWeek, nextWeekHalf);
		givenAt(NINE, opened(), tuesdays(30, "09:00-10:00"), held(NINE_THIRTY, BEN, TEN)).when(walkIn(NINE, 31))
			.refused(SlotRule.NOT_HELD, NINE, NINE, nextWeek, nextWeekHalf);
	}

	@Test
	void theyLeaveNoRoomForTheSlotsTheyReachInto() {
		givenAt(NINE, opened(), tuesdays(30, "09:00-10:00"), walkedIn(NINE_FIFTEEN, 20)).when(book(NINE_THIRTY))
			.refused(SlotRule.NOT_TAKEN, NINE_THIRTY, at("2026-12-08T09:00-05:00"), at("2026-12-08T09:30-05:00"),
					at("2026-12-15T09:00-05:00"));
	}

	private static BookWalkIn walkIn(Instant start, int minutes) {
		return new BookWalkIn(DOCTOR, NEW_APPOINTMENT, ANNA, start, minutes, null);
	}

	private static AppointmentBooked walkedIn(Instant start, int minutes) {
		return new AppointmentBooked(DOCTOR, NEW_APPOINTMENT, 1, ANNA, start, start.plus(Duration.ofMinutes(minutes)),
				true, null);
	}

}
