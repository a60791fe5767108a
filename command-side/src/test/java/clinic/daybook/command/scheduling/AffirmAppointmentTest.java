package clinic.daybook.command.scheduling;

import java.time.Duration;

import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand.AffirmAppointment;
import org.junit.jupiter.api.Test;

import static clinic.daybook.command.scheduling.ScheduleSpecification.DOCTOR;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE;
import static clinic.daybook.command.scheduling.ScheduleSpecification.TEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.booked;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancelled;
import static clinic.daybook.command.scheduling.ScheduleSpecification.given;
import static clinic.daybook.command.scheduling.ScheduleSpecification.givenAt;
import static clinic.daybook.command.scheduling.ScheduleSpecification.idOf;
import static clinic.daybook.command.scheduling.ScheduleSpecification.opened;
import static clinic.daybook.command.scheduling.ScheduleSpecification.tuesdays;

class AffirmAppointmentTest {

	private static final AffirmAppointment AFFIRM = new AffirmAppointment(DOCTOR, idOf(NINE));

	@Test
	void whatIsBookedStandsAndNothingHappens() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30)).when(AFFIRM).changesNothing();
	}

	@Test
	void itStandsWhateverHasBecomeOfTheHours() {
		givenAt(TEN.plus(Duration.ofDays(3)), opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30),
				tuesdays(30, "14:00-15:00"))
			.when(AFFIRM)
			.changesNothing();
	}

	@Test
	void whatIsCancelledStandsNoLonger() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), booked(TEN, 30), cancelled(NINE)).when(AFFIRM)
			.refused(new Refusal.WrongState(idOf(NINE)));
	}

}
