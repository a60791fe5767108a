package clinic.daybook.command.scheduling;

import java.time.LocalDate;
import java.util.List;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand.TakeDaysOff;
import clinic.daybook.api.scheduling.ScheduleCommand.TakeTimeOff;
import clinic.daybook.api.scheduling.ScheduleCommand.WithdrawTimeOff;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffTaken;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffWithdrawn;
import clinic.daybook.api.scheduling.SlotRule;
import clinic.daybook.api.scheduling.TimeOff;
import org.junit.jupiter.api.Test;

import static clinic.daybook.command.scheduling.ScheduleSpecification.DOCTOR;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE_FIFTEEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE_THIRTY;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NOW;
import static clinic.daybook.command.scheduling.ScheduleSpecification.TEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.at;
import static clinic.daybook.command.scheduling.ScheduleSpecification.away;
import static clinic.daybook.command.scheduling.ScheduleSpecification.book;
import static clinic.daybook.command.scheduling.ScheduleSpecification.bookByClinic;
import static clinic.daybook.command.scheduling.ScheduleSpecification.booked;
import static clinic.daybook.command.scheduling.ScheduleSpecification.bookedByAnna;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancelled;
import static clinic.daybook.command.scheduling.ScheduleSpecification.extra;
import static clinic.daybook.command.scheduling.ScheduleSpecification.given;
import static clinic.daybook.command.scheduling.ScheduleSpecification.idOf;
import static clinic.daybook.command.scheduling.ScheduleSpecification.opened;
import static clinic.daybook.command.scheduling.ScheduleSpecification.tuesdays;

class TimeOffTest {

	@Test
	void nothingCanBeBookedWhileTheDoctorIsAway() {
		given(opened(), tuesdays(30, "09:00-12:00"), away(NINE_FIFTEEN, TEN)).when(book(NINE))
			.refused(SlotRule.NOT_ON_TIME_OFF, NINE, TEN, at("2026-12-01T10:30-05:00"), at("2026-12-01T11:00-05:00"));
	}

	@Test
	void theSlotThatEndsAsTheyLeaveAndTheOneThatStartsAsTheyReturnCanBeBooked() {
		given(opened(), tuesdays(30, "09:00-12:00"), away(NINE_THIRTY, TEN)).when(book(NINE))
			.happens(bookedByAnna(NINE, 30));
		given(opened(), tuesdays(30, "09:00-12:00"), away(NINE_THIRTY, TEN)).when(book(TEN))
			.happens(bookedByAnna(TEN, 30));
	}

	@Test
	void theClinicIsNotExempt() {
		given(opened(), tuesdays(30, "09:00-10:00"), away(NINE, TEN)).when(bookByClinic(NINE))
			.refused(SlotRule.NOT_ON_TIME_OFF, NINE, at("2026-12-08T09:00-05:00"), at("2026-12-08T09:30-05:00"),
					at("2026-12-15T09:00-05:00"));
	}

	@Test
	void itBeatsExtraHours() {
		given(opened(), new ExtraHoursOpened(DOCTOR, extra("2026-12-02", 30, "09:00-10:00")),
				away(at("2026-12-02T00:00-05:00"), at("2026-12-03T00:00-05:00")))
			.when(book(at("2026-12-02T09:00-05:00")))
			.refused(SlotRule.NOT_ON_TIME_OFF, at("2026-12-02T09:00-05:00"));
	}

	@Test
	void wholeDaysRunFromMidnightToMidnightInTheSchedulesZoneAcrossAChangeOfClocks() {
		TimeOff weekend = new TimeOff(idOf(TEN),
				new Interval(at("2027-03-13T00:00-05:00"), at("2027-03-15T00:00-04:00")), null);

		given(opened())
			.when(new TakeDaysOff(DOCTOR, idOf(TEN), LocalDate.parse("2027-03-13"), LocalDate.parse("2027-03-14"), null,
					OnConflict.REFUSE))
			.happens(new TimeOffTaken(DOCTOR, weekend));
	}

	@Test
	void appointmentsInItStandInTheWayUnlessTheyAreToBeKeptOrCancelled() {
		TimeOffTaken morning = away(NINE_FIFTEEN, TEN);
		ScheduleEvent[] twoBooked = { opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), booked(TEN, 30) };

		given(twoBooked).when(take(morning, OnConflict.REFUSE))
			.refused(new Refusal.AppointmentsAffected(List.of(new Refusal.Affected(idOf(NINE), NINE, NINE_THIRTY))));
		given(twoBooked).when(take(morning, OnConflict.KEEP)).happens(morning);
		given(twoBooked).when(take(morning, OnConflict.CANCEL)).happens(morning, cancelled(NINE, Booker.CLINIC));
	}

	@Test
	void anAppointmentKeptOutsideTheHoursDoesNotStandInTheWayOfLaterChanges() {
		TimeOffTaken first = away(NINE, TEN);
		TimeOffTaken second = away(NINE_FIFTEEN, TEN);

		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), first).when(take(second, OnConflict.REFUSE))
			.happens(second);
	}

	@Test
	void withdrawnItIsAsIfItHadNeverBeen() {
		given(opened(), tuesdays(30, "09:00-12:00"), away(NINE, TEN), new TimeOffWithdrawn(DOCTOR, idOf(NINE)))
			.when(book(NINE))
			.happens(bookedByAnna(NINE, 30));
		given(opened(), away(NINE, TEN)).when(new WithdrawTimeOff(DOCTOR, idOf(NINE)))
			.happens(new TimeOffWithdrawn(DOCTOR, idOf(NINE)));
		given(opened()).when(new WithdrawTimeOff(DOCTOR, idOf(NINE))).refused(new Refusal.NoSuchTimeOff(idOf(NINE)));
	}

	@Test
	void whatIsOverByNowIsNoTimeOffAnyMore() {
		given(opened()).when(take(away(NOW.minusSeconds(60), NOW), OnConflict.REFUSE))
			.refused(new Refusal.TimeOffIsPast(NOW));
	}

	@Test
	void takingTheSameAgainChangesNothing() {
		given(opened(), away(NINE, TEN)).when(take(away(NINE, TEN), OnConflict.REFUSE)).changesNothing();
	}

	private static TakeTimeOff take(TimeOffTaken event, OnConflict onConflict) {
		return new TakeTimeOff(DOCTOR, event.timeOff(), onConflict);
	}

}
