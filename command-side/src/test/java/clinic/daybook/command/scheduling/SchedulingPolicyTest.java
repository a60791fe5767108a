package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand.SetSchedulingPolicy;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.SchedulingPolicySet;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.SlotRule;
import org.junit.jupiter.api.Test;

import static clinic.daybook.command.scheduling.ScheduleSpecification.DOCTOR;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE_THIRTY;
import static clinic.daybook.command.scheduling.ScheduleSpecification.TEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.at;
import static clinic.daybook.command.scheduling.ScheduleSpecification.book;
import static clinic.daybook.command.scheduling.ScheduleSpecification.bookByClinic;
import static clinic.daybook.command.scheduling.ScheduleSpecification.booked;
import static clinic.daybook.command.scheduling.ScheduleSpecification.bookedByAnna;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancel;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancelled;
import static clinic.daybook.command.scheduling.ScheduleSpecification.given;
import static clinic.daybook.command.scheduling.ScheduleSpecification.givenAt;
import static clinic.daybook.command.scheduling.ScheduleSpecification.opened;
import static clinic.daybook.command.scheduling.ScheduleSpecification.policy;
import static clinic.daybook.command.scheduling.ScheduleSpecification.tuesdays;

class SchedulingPolicyTest {

	@Test
	void aMemberKeepsTheNoticeAndTheClinicNeedNot() {
		Instant anHourBefore = NINE.minus(Duration.ofMinutes(60));

		givenAt(anHourBefore, opened(), tuesdays(60, "09:00-10:00"), policy(60, 365, 0, 10, 0)).when(book(NINE))
			.happens(bookedByAnna(NINE, 60));
		givenAt(anHourBefore.plusMillis(1), opened(), tuesdays(60, "09:00-10:00"), policy(60, 365, 0, 10, 0))
			.when(book(NINE))
			.refused(SlotRule.NOT_TOO_SOON, NINE, at("2026-12-08T09:00-05:00"), at("2026-12-15T09:00-05:00"),
					at("2026-12-22T09:00-05:00"));
		givenAt(anHourBefore.plusMillis(1), opened(), tuesdays(60, "09:00-10:00"), policy(60, 365, 0, 10, 0))
			.when(bookByClinic(NINE))
			.happens(bookedByAnna(NINE, 60));
	}

	@Test
	void theHorizonCountsLocalDates() {
		given(opened(), tuesdays(60, "09:00-10:00"), policy(0, 4, 0, 10, 0)).when(book(NINE))
			.happens(bookedByAnna(NINE, 60));
		given(opened(), tuesdays(60, "09:00-10:00"), policy(0, 3, 0, 10, 0)).when(book(NINE))
			.refused(SlotRule.NOT_TOO_FAR_AHEAD, NINE);
	}

	@Test
	void theBufferKeepsEarlierAndLaterSlotsApart() {
		ScheduleEvent[] bookedAtHalfPast = { opened(), tuesdays(30, "09:00-10:30"), policy(0, 365, 10, 10, 0),
				booked(NINE_THIRTY, 30) };

		given(bookedAtHalfPast).when(book(NINE))
			.refused(SlotRule.NOT_TAKEN, NINE, at("2026-12-08T09:00-05:00"), at("2026-12-08T09:30-05:00"),
					at("2026-12-08T10:00-05:00"));
		given(bookedAtHalfPast).when(book(TEN))
			.refused(SlotRule.NOT_TAKEN, TEN, at("2026-12-08T09:00-05:00"), at("2026-12-08T09:30-05:00"),
					at("2026-12-08T10:00-05:00"));
	}

	@Test
	void pastTheCutOffAMemberCannotCancelAndTheClinicCan() {
		Instant cutoff = NINE.minus(Duration.ofMinutes(120));
		ScheduleEvent[] bookedByBen = { opened(), tuesdays(30, "09:00-10:00"), policy(0, 365, 0, 10, 120),
				booked(NINE, 30) };

		givenAt(cutoff, bookedByBen).when(cancel(NINE, Booker.MEMBER)).happens(cancelled(NINE));
		givenAt(cutoff.plusMillis(1), bookedByBen).when(cancel(NINE, Booker.MEMBER))
			.refused(new Refusal.TooLate(cutoff));
		givenAt(cutoff.plusMillis(1), bookedByBen).when(cancel(NINE, Booker.CLINIC))
			.happens(cancelled(NINE, Booker.CLINIC));
	}

	@Test
	void itIsSetAsAWholeAndSettingItAgainChangesNothing() {
		SchedulingPolicy policy = new SchedulingPolicy(30, 60, 5, 2, 1440);

		given(opened()).when(new SetSchedulingPolicy(DOCTOR, policy)).happens(new SchedulingPolicySet(DOCTOR, policy));
		given(opened(), new SchedulingPolicySet(DOCTOR, policy)).when(new SetSchedulingPolicy(DOCTOR, policy))
			.changesNothing();
	}

}
