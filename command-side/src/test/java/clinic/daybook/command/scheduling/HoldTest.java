package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Hold;
import clinic.daybook.api.scheduling.HoldEnd;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand.ConfirmHold;
import clinic.daybook.api.scheduling.ScheduleCommand.HoldSlot;
import clinic.daybook.api.scheduling.ScheduleCommand.ReleaseHold;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.SlotHeld;
import clinic.daybook.api.scheduling.SlotRule;
import org.junit.jupiter.api.Test;

import static clinic.daybook.command.scheduling.ScheduleSpecification.ANNA;
import static clinic.daybook.command.scheduling.ScheduleSpecification.BEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.DOCTOR;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NEW_APPOINTMENT;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE_THIRTY;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NOW;
import static clinic.daybook.command.scheduling.ScheduleSpecification.TEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.at;
import static clinic.daybook.command.scheduling.ScheduleSpecification.away;
import static clinic.daybook.command.scheduling.ScheduleSpecification.book;
import static clinic.daybook.command.scheduling.ScheduleSpecification.bookedByAnna;
import static clinic.daybook.command.scheduling.ScheduleSpecification.given;
import static clinic.daybook.command.scheduling.ScheduleSpecification.givenAt;
import static clinic.daybook.command.scheduling.ScheduleSpecification.held;
import static clinic.daybook.command.scheduling.ScheduleSpecification.idOf;
import static clinic.daybook.command.scheduling.ScheduleSpecification.opened;
import static clinic.daybook.command.scheduling.ScheduleSpecification.policy;
import static clinic.daybook.command.scheduling.ScheduleSpecification.released;
import static clinic.daybook.command.scheduling.ScheduleSpecification.tuesdays;

class HoldTest {

	private static final Instant IN_FIVE_MINUTES = NOW.plus(Duration.ofMinutes(5));

	@Test
	void aFreeSlotIsHeldForFiveMinutes() {
		given(opened(), tuesdays(30, "09:00-12:00")).when(hold(NINE, ANNA)).happens(held(NINE, ANNA, IN_FIVE_MINUTES));
	}

	@Test
	void nobodyElseCanHaveItUntilTheInstantOfItsExpiry() {
		ScheduleEvent[] heldByBen = { opened(), tuesdays(30, "09:00-10:00"), held(NINE, BEN, IN_FIVE_MINUTES) };

		givenAt(IN_FIVE_MINUTES.minusMillis(1), heldByBen).when(book(NINE))
			.refused(SlotRule.NOT_HELD, NINE, NINE_THIRTY, at("2026-12-08T09:00-05:00"), at("2026-12-08T09:30-05:00"));
		givenAt(IN_FIVE_MINUTES.minusMillis(1), heldByBen).when(hold(NINE, ANNA))
			.refused(SlotRule.NOT_HELD, NINE, NINE_THIRTY, at("2026-12-08T09:00-05:00"), at("2026-12-08T09:30-05:00"));
		givenAt(IN_FIVE_MINUTES, heldByBen).when(book(NINE)).happens(bookedByAnna(NINE, 30));
	}

	@Test
	void itsMemberBooksItUntilThenAndNoLonger() {
		ScheduleEvent[] heldByAnna = { opened(), tuesdays(30, "09:00-10:00"), held(NINE, ANNA, IN_FIVE_MINUTES) };

		givenAt(IN_FIVE_MINUTES.minusMillis(1), heldByAnna).when(confirm(NINE))
			.happens(released(NINE, ANNA, HoldEnd.BOOKED), bookedByAnna(NINE, 30));
		givenAt(IN_FIVE_MINUTES, heldByAnna).when(confirm(NINE)).refused(new Refusal.HoldExpired(idOf(NINE)));
	}

	@Test
	void itIsToldAsExpiredForADayAndThenForgotten() {
		ScheduleEvent[] heldByAnna = { opened(), tuesdays(30, "09:00-10:00"), held(NINE, ANNA, IN_FIVE_MINUTES) };
		Instant aDayLater = IN_FIVE_MINUTES.plus(Duration.ofHours(24));

		givenAt(aDayLater.minusMillis(1), heldByAnna).when(confirm(NINE)).refused(new Refusal.HoldExpired(idOf(NINE)));
		givenAt(aDayLater, heldByAnna).when(confirm(NINE)).refused(new Refusal.NoSuchHold(idOf(NINE)));
	}

	@Test
	void oneThatWasUsedGivenUpOrReplacedIsNoGoodAnyMore() {
		for (HoldEnd because : HoldEnd.values()) {
			given(opened(), tuesdays(30, "09:00-12:00"), held(NINE, ANNA, IN_FIVE_MINUTES),
					released(NINE, ANNA, because))
				.when(confirm(NINE))
				.refused(new Refusal.HoldNoLongerLive(idOf(NINE)));
		}
	}

	@Test
	void aNewOneWithTheSameDoctorReplacesTheOldInItsPlace() {
		given(opened(), tuesdays(30, "09:00-12:00"), held(NINE, ANNA, IN_FIVE_MINUTES)).when(holdInPlace(2, TEN, ANNA))
			.happens(released(NINE, ANNA, HoldEnd.REPLACED), held(TEN, ANNA, IN_FIVE_MINUTES));
		given(opened(), tuesdays(30, "09:00-12:00"), held(NINE, ANNA, IN_FIVE_MINUTES)).when(hold(NINE, ANNA, TEN))
			.happens(released(NINE, ANNA, HoldEnd.REPLACED), new SlotHeld(DOCTOR,
					new Hold(idOf(TEN), ANNA, Interval.of(NINE, Duration.ofMinutes(30)), IN_FIVE_MINUTES), 1));
	}

	@Test
	void bookingTheSlotOutrightUsesTheHoldUp() {
		given(opened(), tuesdays(30, "09:00-12:00"), held(NINE, ANNA, IN_FIVE_MINUTES)).when(book(NINE))
			.happens(released(NINE, ANNA, HoldEnd.BOOKED), bookedByAnna(NINE, 30));
		given(opened(), tuesdays(30, "09:00-12:00"), held(NINE, ANNA, IN_FIVE_MINUTES)).when(book(TEN))
			.happens(bookedByAnna(TEN, 30));
	}

	@Test
	void givenUpItsSlotIsFreeAtOnce() {
		given(opened(), tuesdays(30, "09:00-12:00"), held(NINE, BEN, IN_FIVE_MINUTES))
			.when(new ReleaseHold(DOCTOR, idOf(NINE)))
			.happens(released(NINE, BEN, HoldEnd.GIVEN_UP));
		given(opened(), tuesdays(30, "09:00-12:00"), held(NINE, BEN, IN_FIVE_MINUTES),
				released(NINE, BEN, HoldEnd.GIVEN_UP))
			.when(book(NINE))
			.happens(bookedByAnna(NINE, 30));
	}

	@Test
	void itGivesNoRightToASlotInWhichTheDoctorIsAwayByThen() {
		given(opened(), tuesdays(30, "09:00-10:00"), held(NINE, ANNA, IN_FIVE_MINUTES), away(NINE, NINE_THIRTY))
			.when(confirm(NINE))
			.refused(SlotRule.NOT_ON_TIME_OFF, NINE, NINE_THIRTY, at("2026-12-08T09:00-05:00"),
					at("2026-12-08T09:30-05:00"));
	}

	@Test
	void whoeverHeldTheSlotInTimeHasKeptTheNotice() {
		Instant later = NINE.minus(Duration.ofMinutes(58));

		givenAt(later, opened(), tuesdays(30, "09:00-10:00"), policy(60, 365, 0, 10, 0),
				held(NINE, ANNA, later.plusSeconds(60)))
			.when(confirm(NINE))
			.happens(released(NINE, ANNA, HoldEnd.BOOKED), bookedByAnna(NINE, 30));
	}

	@Test
	void theBufferAfterAHeldSlotIsFreeOfOthersToo() {
		given(opened(), tuesdays(30, "09:00-10:00"), policy(0, 365, 10, 10, 0), held(NINE, BEN, IN_FIVE_MINUTES))
			.when(book(NINE_THIRTY))
			.refused(SlotRule.NOT_HELD, NINE_THIRTY, at("2026-12-08T09:00-05:00"), at("2026-12-08T09:30-05:00"),
					at("2026-12-15T09:00-05:00"));
	}

	private static HoldSlot hold(Instant start, UUID member) {
		return holdInPlace(1, start, member);
	}

	private static HoldSlot hold(Instant start, UUID member, Instant named) {
		return new HoldSlot(DOCTOR, idOf(named), member, start, Booker.MEMBER, 1);
	}

	private static HoldSlot holdInPlace(int place, Instant start, UUID member) {
		return new HoldSlot(DOCTOR, idOf(start), member, start, Booker.MEMBER, place);
	}

	private static ConfirmHold confirm(Instant start) {
		return new ConfirmHold(DOCTOR, idOf(start), NEW_APPOINTMENT, null, Booker.MEMBER);
	}

}
