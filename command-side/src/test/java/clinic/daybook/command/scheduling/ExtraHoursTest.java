package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.Overlap;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand.OpenExtraHours;
import clinic.daybook.api.scheduling.ScheduleCommand.WithdrawExtraHours;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursWithdrawn;
import clinic.daybook.api.scheduling.Window;
import org.junit.jupiter.api.Test;

import static clinic.daybook.command.scheduling.ScheduleSpecification.DOCTOR;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE;
import static clinic.daybook.command.scheduling.ScheduleSpecification.at;
import static clinic.daybook.command.scheduling.ScheduleSpecification.book;
import static clinic.daybook.command.scheduling.ScheduleSpecification.booked;
import static clinic.daybook.command.scheduling.ScheduleSpecification.bookedByAnna;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancelled;
import static clinic.daybook.command.scheduling.ScheduleSpecification.extra;
import static clinic.daybook.command.scheduling.ScheduleSpecification.given;
import static clinic.daybook.command.scheduling.ScheduleSpecification.idOf;
import static clinic.daybook.command.scheduling.ScheduleSpecification.opened;
import static clinic.daybook.command.scheduling.ScheduleSpecification.tuesdays;

class ExtraHoursTest {

	private static final Instant WEDNESDAY_NINE = at("2026-12-02T09:00-05:00");

	private static final ExtraHoursOpened WEDNESDAY = new ExtraHoursOpened(DOCTOR,
			extra("2026-12-02", 30, "09:00-10:00"));

	@Test
	void theyOpenAClosedDay() {
		given(opened(), tuesdays(30, "09:00-10:00"), WEDNESDAY).when(book(WEDNESDAY_NINE))
			.happens(bookedByAnna(WEDNESDAY_NINE, 30));
	}

	@Test
	void theyComeBesideTheWeeklyHoursWithAGridOfTheirOwn() {
		Instant noon = at("2026-12-01T12:00-05:00");

		given(opened(), tuesdays(30, "09:00-12:00"),
				new ExtraHoursOpened(DOCTOR, extra("2026-12-01", 20, "12:00-13:00")))
			.when(book(noon.plus(Duration.ofMinutes(20))))
			.happens(bookedByAnna(noon.plus(Duration.ofMinutes(20)), 20));
		given(opened(), tuesdays(30, "09:00-12:00"),
				new ExtraHoursOpened(DOCTOR, extra("2026-12-01", 20, "12:00-13:00")))
			.when(book(NINE))
			.happens(bookedByAnna(NINE, 30));
	}

	@Test
	void theyMustNotOverlapTheWeeklyHoursNorOneAnotherNorTheNightBefore() {
		given(opened(), tuesdays(30, "09:00-12:00")).when(open(extra("2026-12-01", 30, "11:30-13:00")))
			.refused(new Refusal.WindowsOverlap(
					new Overlap(LocalDate.parse("2026-12-01"), window("09:00", "12:00"), window("11:30", "13:00"))));
		given(opened(), WEDNESDAY).when(open(extra("2026-12-02", 15, "09:45-10:15")))
			.refused(new Refusal.WindowsOverlap(
					new Overlap(LocalDate.parse("2026-12-02"), window("09:00", "10:00"), window("09:45", "10:15"))));
		given(opened(), tuesdays(30, "22:00-06:00")).when(open(extra("2026-12-02", 30, "05:00-07:00")))
			.refused(new Refusal.WindowsOverlap(
					new Overlap(LocalDate.parse("2026-12-02"), window("22:00", "06:00"), window("05:00", "07:00"))));
	}

	@Test
	void weeklyHoursMustNotOverlapThemEither() {
		given(opened(), new ExtraHoursOpened(DOCTOR, extra("2026-12-01", 30, "09:00-10:00")))
			.when(ScheduleSpecification.setTuesdays(OnConflict.REFUSE, 30, "08:00-09:30"))
			.refused(new Refusal.WindowsOverlap(
					new Overlap(LocalDate.parse("2026-12-01"), window("08:00", "09:30"), window("09:00", "10:00"))));
	}

	@Test
	void aDateThatIsPastOpensNoMoreAndASlotMustFit() {
		given(opened()).when(open(extra("2026-11-26", 30, "09:00-10:00")))
			.refused(new Refusal.DateIsPast(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-27")));
		given(opened()).when(open(extra("2026-12-02", 90, "09:00-10:00")))
			.refused(new Refusal.SlotLongerThanWindow(90, window("09:00", "10:00")));
	}

	@Test
	void withdrawnTheyTakeTheirAppointmentsAlongOnlyIfSoAsked() {
		UUID id = WEDNESDAY.extraHours().extraHoursId();
		ExtraHoursWithdrawn gone = new ExtraHoursWithdrawn(DOCTOR, id);
		ScheduleEvent[] oneBooked = { opened(), WEDNESDAY, booked(WEDNESDAY_NINE, 30) };

		given(oneBooked).when(new WithdrawExtraHours(DOCTOR, id, OnConflict.REFUSE))
			.refused(new Refusal.AppointmentsAffected(List.of(new Refusal.Affected(idOf(WEDNESDAY_NINE), WEDNESDAY_NINE,
					WEDNESDAY_NINE.plus(Duration.ofMinutes(30))))));
		given(oneBooked).when(new WithdrawExtraHours(DOCTOR, id, OnConflict.KEEP)).happens(gone);
		given(oneBooked).when(new WithdrawExtraHours(DOCTOR, id, OnConflict.CANCEL))
			.happens(gone, cancelled(WEDNESDAY_NINE, Booker.CLINIC));
		given(opened()).when(new WithdrawExtraHours(DOCTOR, id, OnConflict.REFUSE))
			.refused(new Refusal.NoSuchExtraHours(id));
	}

	@Test
	void openingTheSameAgainChangesNothing() {
		given(opened(), WEDNESDAY).when(open(WEDNESDAY.extraHours())).changesNothing();
	}

	private static OpenExtraHours open(ExtraHours extra) {
		return new OpenExtraHours(DOCTOR, extra);
	}

	private static Window window(String start, String end) {
		return new Window(LocalTime.parse(start), LocalTime.parse(end));
	}

}
