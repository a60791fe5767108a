package clinic.daybook.command.scheduling;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Refusal;
import org.junit.jupiter.api.Test;

import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE;
import static clinic.daybook.command.scheduling.ScheduleSpecification.TEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.booked;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancel;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancelVersion;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancelled;
import static clinic.daybook.command.scheduling.ScheduleSpecification.given;
import static clinic.daybook.command.scheduling.ScheduleSpecification.givenAt;
import static clinic.daybook.command.scheduling.ScheduleSpecification.idOf;
import static clinic.daybook.command.scheduling.ScheduleSpecification.opened;
import static clinic.daybook.command.scheduling.ScheduleSpecification.tuesdays;

class CancelAppointmentTest {

	@Test
	void aBookedAppointmentIsCancelledByWhoeverAsks() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30)).when(cancel(NINE, Booker.MEMBER))
			.happens(cancelled(NINE, Booker.MEMBER));
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30)).when(cancel(NINE, Booker.CLINIC))
			.happens(cancelled(NINE, Booker.CLINIC));
	}

	@Test
	void aCancelledOneCannotBeCancelledAgain() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), cancelled(NINE))
			.when(cancel(NINE, Booker.MEMBER))
			.refused(new Refusal.WrongState(idOf(NINE)));
	}

	@Test
	void aMemberIsTooLateOnceItHasStartedButTheClinicIsNot() {
		givenAt(NINE, opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30)).when(cancel(NINE, Booker.MEMBER))
			.happens(cancelled(NINE, Booker.MEMBER));
		givenAt(NINE.plusSeconds(1), opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30))
			.when(cancel(NINE, Booker.MEMBER))
			.refused(new Refusal.TooLate(NINE));
		givenAt(NINE.plusSeconds(1), opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30))
			.when(cancel(NINE, Booker.CLINIC))
			.happens(cancelled(NINE, Booker.CLINIC));
	}

	@Test
	void whoeverMeantItAsItNoLongerIsIsRefused() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30)).when(cancelVersion(2, NINE))
			.refused(new Refusal.ChangedMeanwhile(idOf(NINE), 1));
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30)).when(cancelVersion(1, NINE))
			.happens(cancelled(NINE));
	}

	@Test
	void cancellingOneLeavesTheOthersAlone() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), booked(TEN, 30), cancelled(TEN))
			.when(cancel(NINE, Booker.MEMBER))
			.happens(cancelled(NINE));
	}

}
