package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.util.List;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand.DeactivateDoctor;
import clinic.daybook.api.scheduling.ScheduleCommand.ReactivateDoctor;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorReactivated;
import clinic.daybook.api.scheduling.SlotRule;
import org.junit.jupiter.api.Test;

import static clinic.daybook.command.scheduling.ScheduleSpecification.DOCTOR;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE;
import static clinic.daybook.command.scheduling.ScheduleSpecification.TEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.book;
import static clinic.daybook.command.scheduling.ScheduleSpecification.bookByClinic;
import static clinic.daybook.command.scheduling.ScheduleSpecification.booked;
import static clinic.daybook.command.scheduling.ScheduleSpecification.bookedByAnna;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancelled;
import static clinic.daybook.command.scheduling.ScheduleSpecification.given;
import static clinic.daybook.command.scheduling.ScheduleSpecification.givenAt;
import static clinic.daybook.command.scheduling.ScheduleSpecification.idOf;
import static clinic.daybook.command.scheduling.ScheduleSpecification.opened;
import static clinic.daybook.command.scheduling.ScheduleSpecification.tuesdays;

class DeactivateDoctorTest {

	private static final DoctorDeactivated DEACTIVATED = new DoctorDeactivated(DOCTOR);

	private static final DoctorReactivated REACTIVATED = new DoctorReactivated(DOCTOR);

	@Test
	void anInactiveDoctorTakesNoAppointmentsWhoeverAsks() {
		given(opened(), tuesdays(30, "09:00-12:00"), DEACTIVATED).when(book(NINE))
			.refused(SlotRule.WITHIN_WORKING_HOURS, NINE);
		given(opened(), tuesdays(30, "09:00-12:00"), DEACTIVATED).when(bookByClinic(NINE))
			.refused(SlotRule.WITHIN_WORKING_HOURS, NINE);
	}

	@Test
	void oneWhoIsBackTakesThemInTheSameHours() {
		given(opened(), tuesdays(30, "09:00-12:00"), DEACTIVATED, REACTIVATED).when(book(NINE))
			.happens(bookedByAnna(NINE, 30));
	}

	@Test
	void appointmentsToComeStandInTheWayAndNothingHappens() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30)).when(deactivate(OnConflict.REFUSE))
			.refused(new Refusal.AppointmentsAffected(
					List.of(new Refusal.Affected(idOf(NINE), NINE, NINE.plus(Duration.ofMinutes(30))))));
	}

	@Test
	void theyAreKeptOrCancelledIfSoAsked() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), booked(TEN, 30))
			.when(deactivate(OnConflict.KEEP))
			.happens(DEACTIVATED);
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), booked(TEN, 30))
			.when(deactivate(OnConflict.CANCEL))
			.happens(DEACTIVATED, cancelled(NINE, Booker.CLINIC), cancelled(TEN, Booker.CLINIC));
	}

	@Test
	void whatHasStartedOrIsCancelledStandsInNobodysWay() {
		givenAt(NINE.plusSeconds(1), opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30))
			.when(deactivate(OnConflict.REFUSE))
			.happens(DEACTIVATED);
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), cancelled(NINE))
			.when(deactivate(OnConflict.REFUSE))
			.happens(DEACTIVATED);
	}

	@Test
	void toBeWhatOneIsChangesNothing() {
		given(opened()).when(new ReactivateDoctor(DOCTOR)).changesNothing();
		given(opened(), DEACTIVATED).when(deactivate(OnConflict.REFUSE)).changesNothing();
		given(opened(), DEACTIVATED).when(new ReactivateDoctor(DOCTOR)).happens(REACTIVATED);
	}

	private static DeactivateDoctor deactivate(OnConflict onConflict) {
		return new DeactivateDoctor(DOCTOR, onConflict);
	}

}
