package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.Overlap;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.Window;
import org.junit.jupiter.api.Test;

import static clinic.daybook.command.scheduling.ScheduleSpecification.DOCTOR;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE;
import static clinic.daybook.command.scheduling.ScheduleSpecification.TEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.booked;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancelled;
import static clinic.daybook.command.scheduling.ScheduleSpecification.given;
import static clinic.daybook.command.scheduling.ScheduleSpecification.hours;
import static clinic.daybook.command.scheduling.ScheduleSpecification.idOf;
import static clinic.daybook.command.scheduling.ScheduleSpecification.opened;
import static clinic.daybook.command.scheduling.ScheduleSpecification.setTuesdays;
import static clinic.daybook.command.scheduling.ScheduleSpecification.setTuesdaysFrom;
import static clinic.daybook.command.scheduling.ScheduleSpecification.tuesdays;

class SetWorkingHoursTest {

	private static final ScheduleEvent FROM_TODAY = new ScheduleEvent.WorkingHoursSet(DOCTOR,
			hours(30, "2026-11-27", "10:00-12:00"));

	@Test
	void hoursHoldFromTodayUnlessADateIsNamed() {
		given(opened()).when(setTuesdays(OnConflict.REFUSE, 30, "10:00-12:00")).happens(FROM_TODAY);
		given(opened()).when(setTuesdaysFrom("2027-01-01", 30, "10:00-12:00"))
			.happens(new ScheduleEvent.WorkingHoursSet(DOCTOR, hours(30, "2027-01-01", "10:00-12:00")));
	}

	@Test
	void yesterdayIsTooLate() {
		given(opened()).when(setTuesdaysFrom("2026-11-26", 30, "10:00-12:00"))
			.refused(new Refusal.EffectiveFromPast(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-27")));
	}

	@Test
	void theSameHoursAgainChangeNothing() {
		given(opened(), FROM_TODAY).when(setTuesdays(OnConflict.REFUSE, 30, "10:00-12:00")).changesNothing();
	}

	@Test
	void noWindowsCloseTheDay() {
		given(opened()).when(setTuesdays(OnConflict.REFUSE, 30))
			.happens(new ScheduleEvent.WorkingHoursSet(DOCTOR, hours(30, "2026-11-27")));
	}

	@Test
	void windowsMustNotOverlap() {
		given(opened()).when(setTuesdays(OnConflict.REFUSE, 30, "09:00-12:00", "11:00-13:00"))
			.refused(new Refusal.WindowsOverlap(
					new Overlap(LocalDate.parse("2026-12-01"), window("09:00", "12:00"), window("11:00", "13:00"))));
	}

	@Test
	void aSlotMustFitItsWindow() {
		given(opened()).when(setTuesdays(OnConflict.REFUSE, 61, "09:00-12:00", "13:00-14:00"))
			.refused(new Refusal.SlotLongerThanWindow(61, window("13:00", "14:00")));
		given(opened()).when(setTuesdays(OnConflict.REFUSE, 120, "23:00-01:00"))
			.happens(new ScheduleEvent.WorkingHoursSet(DOCTOR, hours(120, "2026-11-27", "23:00-01:00")));
	}

	@Test
	void aChangeThatWouldLeaveAppointmentsOutsideIsRefusedAndNamesThem() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), booked(TEN, 30))
			.when(setTuesdays(OnConflict.REFUSE, 30, "10:00-12:00"))
			.refused(new Refusal.AppointmentsAffected(
					List.of(new Refusal.Affected(idOf(NINE), NINE, NINE.plus(Duration.ofMinutes(30))))));
	}

	@Test
	void onRequestTheyAreKept() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), booked(TEN, 30))
			.when(setTuesdays(OnConflict.KEEP, 30, "10:00-12:00"))
			.happens(FROM_TODAY);
	}

	@Test
	void onRequestTheyAreCancelledInTheSameBreath() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), booked(TEN, 30))
			.when(setTuesdays(OnConflict.CANCEL, 30, "10:00-12:00"))
			.happens(FROM_TODAY, cancelled(NINE, Booker.CLINIC));
	}

	@Test
	void oneThatWasKeptOutsideDoesNotStandInTheWayOfTheNextChange() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), FROM_TODAY)
			.when(setTuesdays(OnConflict.REFUSE, 30, "10:00-11:00"))
			.happens(new ScheduleEvent.WorkingHoursSet(DOCTOR, hours(30, "2026-11-27", "10:00-11:00")));
	}

	@Test
	void anotherGridOverTheSameHoursAffectsNobody() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30))
			.when(setTuesdays(OnConflict.REFUSE, 20, "09:00-12:00"))
			.happens(new ScheduleEvent.WorkingHoursSet(DOCTOR, hours(20, "2026-11-27", "09:00-12:00")));
	}

	private static Window window(String start, String end) {
		return new Window(LocalTime.parse(start), LocalTime.parse(end));
	}

}
