package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleEvent;
import org.junit.jupiter.api.Test;

import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE;
import static clinic.daybook.command.scheduling.ScheduleSpecification.at;
import static clinic.daybook.command.scheduling.ScheduleSpecification.book;
import static clinic.daybook.command.scheduling.ScheduleSpecification.booked;
import static clinic.daybook.command.scheduling.ScheduleSpecification.bookedByAnna;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancel;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancelVersion;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancelled;
import static clinic.daybook.command.scheduling.ScheduleSpecification.checkIn;
import static clinic.daybook.command.scheduling.ScheduleSpecification.checkedIn;
import static clinic.daybook.command.scheduling.ScheduleSpecification.complete;
import static clinic.daybook.command.scheduling.ScheduleSpecification.completed;
import static clinic.daybook.command.scheduling.ScheduleSpecification.given;
import static clinic.daybook.command.scheduling.ScheduleSpecification.givenAt;
import static clinic.daybook.command.scheduling.ScheduleSpecification.idOf;
import static clinic.daybook.command.scheduling.ScheduleSpecification.missed;
import static clinic.daybook.command.scheduling.ScheduleSpecification.noShow;
import static clinic.daybook.command.scheduling.ScheduleSpecification.opened;
import static clinic.daybook.command.scheduling.ScheduleSpecification.setTuesdays;
import static clinic.daybook.command.scheduling.ScheduleSpecification.tuesdays;
import static org.assertj.core.api.Assertions.assertThat;

class AppointmentLifeTest {

	private static final Instant MIDNIGHT = at("2026-12-01T00:00-05:00");

	private static final Refusal WRONG_STATE = new Refusal.WrongState(idOf(NINE));

	@Test
	void aMemberIsCheckedInFromMidnightOfTheDayOn() {
		givenAt(MIDNIGHT.minusMillis(1), opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30)).when(checkIn(NINE))
			.refused(new Refusal.NotYet(MIDNIGHT));
		givenAt(MIDNIGHT, opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30)).when(checkIn(NINE))
			.happens(checkedIn(NINE));
	}

	@Test
	void whoeverIsLateIsCheckedInAllTheSame() {
		givenAt(NINE.plus(Duration.ofHours(5)), opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30))
			.when(checkIn(NINE))
			.happens(checkedIn(NINE));
	}

	@Test
	void onlyWhoeverWasCheckedInHasBeenSeen() {
		givenAt(NINE, opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30)).when(complete(NINE))
			.refused(WRONG_STATE);
		givenAt(NINE, opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), checkedIn(NINE)).when(complete(NINE))
			.happens(completed(NINE));
	}

	@Test
	void nobodyIsMissedBeforeTheStart() {
		givenAt(NINE.minusMillis(1), opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30)).when(noShow(NINE))
			.refused(new Refusal.NotYet(NINE));
		givenAt(NINE, opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30)).when(noShow(NINE)).happens(missed(NINE));
	}

	@Test
	void whoeverIsThereIsNotMissedAndCannotCancel() {
		givenAt(NINE, opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), checkedIn(NINE)).when(noShow(NINE))
			.refused(WRONG_STATE);
		givenAt(NINE, opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), checkedIn(NINE))
			.when(cancel(NINE, Booker.CLINIC))
			.refused(WRONG_STATE);
		givenAt(NINE, opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), checkedIn(NINE)).when(checkIn(NINE))
			.refused(WRONG_STATE);
	}

	@Test
	void nothingComesAfterTheEnd() {
		for (ScheduleCommand command : List.of(checkIn(NINE), complete(NINE), noShow(NINE),
				cancel(NINE, Booker.CLINIC))) {
			givenAt(NINE, opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), checkedIn(NINE), completed(NINE))
				.when(command)
				.refused(WRONG_STATE);
			givenAt(NINE, opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), missed(NINE)).when(command)
				.refused(WRONG_STATE);
			givenAt(NINE, opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), cancelled(NINE)).when(command)
				.refused(WRONG_STATE);
		}
	}

	@Test
	void theHourOfAMissedAppointmentIsFree() {
		givenAt(NINE, opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), missed(NINE)).when(book(NINE))
			.happens(bookedByAnna(NINE, 30));
	}

	@Test
	void whatIsUnderWayNeedNotFitNewHours() {
		givenAt(MIDNIGHT, opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), checkedIn(NINE))
			.when(setTuesdays(OnConflict.REFUSE, 30, "10:00-12:00"))
			.happens(new ScheduleEvent.WorkingHoursSet(ScheduleSpecification.DOCTOR,
					ScheduleSpecification.hours(30, "2026-12-01", "10:00-12:00")));
	}

	@Test
	void whoeverMeansACancelledOneAsItWasHearsThatItChanged() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), cancelled(NINE)).when(cancelVersion(1, NINE))
			.refused(new Refusal.ChangedMeanwhile(idOf(NINE), 2));
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), cancelled(NINE)).when(cancelVersion(2, NINE))
			.refused(WRONG_STATE);
	}

	@Test
	void onlySoManyCancellationsAreRemembered() {
		LatelyCancelled cancelled = LatelyCancelled.NONE;
		for (int i = 0; i <= LatelyCancelled.KEPT; i++) {
			cancelled = cancelled.with(new UUID(0, i), i);
		}

		assertThat(cancelled.versions()).hasSize(LatelyCancelled.KEPT);
		assertThat(cancelled.versionOf(new UUID(0, 0))).isEmpty();
		assertThat(cancelled.versionOf(new UUID(0, LatelyCancelled.KEPT))).contains(LatelyCancelled.KEPT);
	}

}
