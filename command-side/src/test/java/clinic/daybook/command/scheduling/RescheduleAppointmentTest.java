package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.Asked;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.HoldEnd;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.RescheduleAppointment;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMovedAway;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentRescheduled;
import clinic.daybook.api.scheduling.ScheduleEvent.ScheduleOpened;
import clinic.daybook.api.scheduling.SlotRule;
import clinic.daybook.command.scheduling.AppointmentDecider.Move;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static clinic.daybook.command.scheduling.ScheduleSpecification.BEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.DOCTOR;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE_FIFTEEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NOW;
import static clinic.daybook.command.scheduling.ScheduleSpecification.TEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.booked;
import static clinic.daybook.command.scheduling.ScheduleSpecification.held;
import static clinic.daybook.command.scheduling.ScheduleSpecification.idOf;
import static clinic.daybook.command.scheduling.ScheduleSpecification.opened;
import static clinic.daybook.command.scheduling.ScheduleSpecification.policy;
import static clinic.daybook.command.scheduling.ScheduleSpecification.released;
import static clinic.daybook.command.scheduling.ScheduleSpecification.tuesdays;
import static org.assertj.core.api.Assertions.assertThat;

class RescheduleAppointmentTest {

	private static final UUID ANOTHER = UUID.fromString("d0000000-0000-4000-8000-000000000002");

	private static final ScheduleState WITH_NINE_BOOKED = history(opened(), tuesdays(30, "09:00-12:00"),
			booked(NINE, 30));

	@Test
	void anAppointmentMovesToAnotherHourOfItsDoctor() {
		assertThat(move(DOCTOR, TEN, WITH_NINE_BOOKED, WITH_NINE_BOOKED))
			.isEqualTo(new Move.Accepted(List.of(), List.of(moved(DOCTOR, TEN, 30))));
	}

	@Test
	void theHourItHasDoesNotStandInItsWay() {
		ScheduleState quarters = history(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30),
				tuesdays(15, "09:00-12:00"));

		assertThat(move(DOCTOR, NINE_FIFTEEN, quarters, quarters))
			.isEqualTo(new Move.Accepted(List.of(), List.of(moved(DOCTOR, NINE_FIFTEEN, 15))));
	}

	@Test
	void itDoesNotCountAgainstTheLimitOfItsOwnDay() {
		ScheduleState oneADay = history(opened(), tuesdays(30, "09:00-12:00"), policy(0, 365, 0, 1, 0),
				booked(NINE, 30));

		assertThat(move(DOCTOR, TEN, oneADay, oneADay))
			.isEqualTo(new Move.Accepted(List.of(), List.of(moved(DOCTOR, TEN, 30))));
	}

	@Test
	void toAnotherDoctorItLeavesOneScheduleAndEntersTheOther() {
		ScheduleState other = history(new ScheduleOpened(ANOTHER, ScheduleSpecification.NEW_YORK),
				tuesdays(20, "09:00-12:00"));

		assertThat(move(ANOTHER, TEN, WITH_NINE_BOOKED, other))
			.isEqualTo(new Move.Accepted(List.of(new AppointmentMovedAway(DOCTOR, idOf(NINE), 2, BEN, ANOTHER)),
					List.of(moved(ANOTHER, TEN, 20))));
	}

	@Test
	void afterTheMoveItIsInOneScheduleOnly() {
		ScheduleState left = after(WITH_NINE_BOOKED, new AppointmentMovedAway(DOCTOR, idOf(NINE), 2, BEN, ANOTHER));
		ScheduleState entered = after(
				history(new ScheduleOpened(ANOTHER, ScheduleSpecification.NEW_YORK), tuesdays(20, "09:00-12:00")),
				moved(ANOTHER, TEN, 20));

		assertThat(move(DOCTOR, TEN, left, left))
			.isEqualTo(new Move.Refused(DOCTOR, new Refusal.WrongState(idOf(NINE))));
		assertThat(((ScheduleState.Open) left).bookings().find(idOf(NINE))).isEmpty();
		assertThat(((ScheduleState.Open) entered).bookings().find(idOf(NINE)))
			.hasValueSatisfying((booked) -> assertThat(booked.version()).isEqualTo(2));
	}

	@Test
	void aRefusalOfTheOtherDoctorIsTheirs() {
		ScheduleState closed = history(new ScheduleOpened(ANOTHER, ScheduleSpecification.NEW_YORK));

		assertThat(move(ANOTHER, TEN, WITH_NINE_BOOKED, closed)).isEqualTo(new Move.Refused(ANOTHER,
				new Refusal.SlotRefused(SlotRule.WITHIN_WORKING_HOURS, new Asked(BEN, TEN, Booker.MEMBER), List.of())));
	}

	@Test
	void pastTheCutOffAMemberCannotAndTheClinicCan() {
		ScheduleState strict = history(opened(), tuesdays(30, "09:00-12:00"), policy(0, 365, 0, 10, 60),
				booked(NINE, 30));
		Instant late = NINE.minus(Duration.ofMinutes(59));

		assertThat(AppointmentDecider.move(to(DOCTOR, TEN, Booker.MEMBER, null), strict, strict, late))
			.isEqualTo(new Move.Refused(DOCTOR, new Refusal.TooLate(NINE.minus(Duration.ofMinutes(60)))));
		assertThat(AppointmentDecider.move(to(DOCTOR, TEN, Booker.CLINIC, null), strict, strict, late))
			.isInstanceOf(Move.Accepted.class);
	}

	@Test
	void aStaleVersionComesBeforeEverythingElse() {
		ScheduleState checkedIn = after(WITH_NINE_BOOKED, ScheduleSpecification.checkedIn(NINE));

		assertThat(AppointmentDecider.move(to(DOCTOR, TEN, Booker.CLINIC, 1), checkedIn, checkedIn, NOW))
			.isEqualTo(new Move.Refused(DOCTOR, new Refusal.ChangedMeanwhile(idOf(NINE), 2)));
		assertThat(AppointmentDecider.move(to(DOCTOR, TEN, Booker.CLINIC, 2), checkedIn, checkedIn, NOW))
			.isEqualTo(new Move.Refused(DOCTOR, new Refusal.WrongState(idOf(NINE))));
	}

	@Test
	void toTheHourThatItHasNothingHappens() {
		assertThat(move(DOCTOR, NINE, WITH_NINE_BOOKED, WITH_NINE_BOOKED))
			.isEqualTo(new Move.Accepted(List.of(), List.of()));
	}

	@Test
	void whatTheMemberHoldsAtTheNewHourIsUsedUp() {
		ScheduleState holding = after(WITH_NINE_BOOKED, held(TEN, BEN, NOW.plusSeconds(60)));

		assertThat(move(DOCTOR, TEN, holding, holding)).isEqualTo(
				new Move.Accepted(List.of(), List.of(released(TEN, BEN, HoldEnd.BOOKED), moved(DOCTOR, TEN, 30))));
	}

	@Test
	void aScheduleThatWasNeverOpenedTakesNobody() {
		assertThat(move(ANOTHER, TEN, WITH_NINE_BOOKED, new ScheduleState.NotOpened()))
			.isEqualTo(new Move.Refused(ANOTHER, new Refusal.NoSuchSchedule(ANOTHER)));
	}

	private static Move move(UUID toDoctor, Instant start, ScheduleState from, ScheduleState to) {
		return AppointmentDecider.move(to(toDoctor, start, Booker.MEMBER, null), from, to, NOW);
	}

	private static RescheduleAppointment to(UUID doctor, Instant start, Booker by, @Nullable Integer expected) {
		return new RescheduleAppointment(DOCTOR, idOf(NINE), doctor, start, by, expected);
	}

	private static AppointmentRescheduled moved(UUID to, Instant start, int minutes) {
		return new AppointmentRescheduled(to, idOf(NINE), 2, BEN, DOCTOR, NINE, start,
				start.plus(Duration.ofMinutes(minutes)), false, null, NOW);
	}

	private static ScheduleState history(ScheduleEvent... events) {
		return after(new ScheduleState.NotOpened(), events);
	}

	private static ScheduleState after(ScheduleState state, ScheduleEvent... events) {
		ScheduleState current = state;
		for (ScheduleEvent event : events) {
			current = current.evolve(event, NOW);
		}
		return current;
	}

}
