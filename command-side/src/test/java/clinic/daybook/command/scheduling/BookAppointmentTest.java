package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.Asked;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.SlotRule;
import org.junit.jupiter.api.Test;

import static clinic.daybook.command.scheduling.ScheduleSpecification.ANNA;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE_FIFTEEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NINE_THIRTY;
import static clinic.daybook.command.scheduling.ScheduleSpecification.TEN;
import static clinic.daybook.command.scheduling.ScheduleSpecification.at;
import static clinic.daybook.command.scheduling.ScheduleSpecification.book;
import static clinic.daybook.command.scheduling.ScheduleSpecification.bookByClinic;
import static clinic.daybook.command.scheduling.ScheduleSpecification.booked;
import static clinic.daybook.command.scheduling.ScheduleSpecification.bookedByAnna;
import static clinic.daybook.command.scheduling.ScheduleSpecification.cancelled;
import static clinic.daybook.command.scheduling.ScheduleSpecification.given;
import static clinic.daybook.command.scheduling.ScheduleSpecification.givenAt;
import static clinic.daybook.command.scheduling.ScheduleSpecification.opened;
import static clinic.daybook.command.scheduling.ScheduleSpecification.tuesdays;

class BookAppointmentTest {

	private static final Instant NEXT_TUESDAY_NINE = at("2026-12-08T09:00-05:00");

	@Test
	void aFreeSlotIsBooked() {
		given(opened(), tuesdays(30, "09:00-12:00")).when(book(NINE)).happens(bookedByAnna(NINE, 30));
	}

	@Test
	void aTakenSlotIsRefusedAndTheNextFreeOnesAreNamed() {
		given(opened(), tuesdays(30, "09:00-11:00"), booked(NINE, 30)).when(book(NINE))
			.refused(SlotRule.NOT_TAKEN, NINE, NINE_THIRTY, TEN, at("2026-12-01T10:30-05:00"));
	}

	@Test
	void aCancelledSlotCanBeBookedAgain() {
		given(opened(), tuesdays(30, "09:00-12:00"), booked(NINE, 30), cancelled(NINE)).when(book(NINE))
			.happens(bookedByAnna(NINE, 30));
	}

	@Test
	void aQuarterPastNineOverlapsTheHalfHourBookedBeforeTheSlotLengthChanged() {
		given(opened(), tuesdays(30, "09:00-10:00"), booked(NINE, 30), tuesdays(15, "09:00-10:00"))
			.when(book(NINE_FIFTEEN))
			.refused(SlotRule.NOT_TAKEN, NINE_FIFTEEN, NINE_THIRTY, at("2026-12-01T09:45-05:00"), NEXT_TUESDAY_NINE);
	}

	@Test
	void aLongSlotDoesNotSwallowAShortBookingInItsMiddle() {
		given(opened(), tuesdays(15, "09:00-10:00"), booked(NINE_FIFTEEN, 15), tuesdays(60, "09:00-10:00"))
			.when(book(NINE))
			.refused(SlotRule.NOT_TAKEN, NINE, NEXT_TUESDAY_NINE, at("2026-12-15T09:00-05:00"),
					at("2026-12-22T09:00-05:00"));
	}

	@Test
	void betweenTwoGridStepsThereIsNoSlot() {
		given(opened(), tuesdays(30, "09:00-10:00")).when(book(at("2026-12-01T09:07-05:00")))
			.refused(SlotRule.ON_THE_GRID, at("2026-12-01T09:07-05:00"), NINE_THIRTY, NEXT_TUESDAY_NINE,
					at("2026-12-08T09:30-05:00"));
	}

	@Test
	void beforeWorkAfterWorkAndTooNearItsEndAreOutsideTheHours() {
		for (String time : List.of("2026-12-01T08:30-05:00", "2026-12-01T09:45-05:00", "2026-12-01T10:00-05:00",
				"2026-12-02T09:00-05:00")) {
			Instant next = time.startsWith("2026-12-01T08") ? NINE : NEXT_TUESDAY_NINE;
			given(opened(), tuesdays(30, "09:00-10:00")).when(book(at(time)))
				.refused(SlotRule.WITHIN_WORKING_HOURS, at(time), next, next.plus(Duration.ofMinutes(30)),
						(next.equals(NINE) ? NEXT_TUESDAY_NINE : at("2026-12-15T09:00-05:00")));
		}
	}

	@Test
	void aScheduleWithoutHoursOffersNothing() {
		given(opened()).when(book(NINE)).refused(SlotRule.WITHIN_WORKING_HOURS, NINE);
	}

	@Test
	void thePastCannotBeBookedByAnybody() {
		Instant lastTuesday = at("2026-11-24T09:00-05:00");

		given(opened(), tuesdays(60, "09:00-10:00")).when(book(lastTuesday))
			.refused(SlotRule.NOT_TOO_SOON, lastTuesday, NINE, NEXT_TUESDAY_NINE, at("2026-12-15T09:00-05:00"));
		given(opened(), tuesdays(60, "09:00-10:00")).when(bookByClinic(lastTuesday))
			.refused(SlotRule.NOT_TOO_SOON, lastTuesday, NINE, NEXT_TUESDAY_NINE, at("2026-12-15T09:00-05:00"));
	}

	@Test
	void aSlotThatStartsNowIsNotPast() {
		givenAt(NINE, opened(), tuesdays(30, "09:00-10:00")).when(book(NINE)).happens(bookedByAnna(NINE, 30));
	}

	@Test
	void aYearAheadIsTheFurthestForAMemberButNotForTheClinic() {
		Instant lastTuesdayInReach = at("2027-11-23T09:00-05:00");
		Instant tooFar = at("2027-11-30T09:00-05:00");

		given(opened(), tuesdays(60, "09:00-10:00")).when(book(lastTuesdayInReach))
			.happens(bookedByAnna(lastTuesdayInReach, 60));
		given(opened(), tuesdays(60, "09:00-10:00")).when(book(tooFar)).refused(SlotRule.NOT_TOO_FAR_AHEAD, tooFar);
		given(opened(), tuesdays(60, "09:00-10:00")).when(bookByClinic(tooFar)).happens(bookedByAnna(tooFar, 60));
	}

	@Test
	void theFirstRuleBrokenIsTheAnswer() {
		Instant pastAndOutside = at("2026-11-24T08:07-05:00");

		given(opened(), tuesdays(60, "09:00-10:00")).when(book(pastAndOutside))
			.refused(SlotRule.NOT_TOO_SOON, pastAndOutside, NINE, NEXT_TUESDAY_NINE, at("2026-12-15T09:00-05:00"));
	}

	@Test
	void tenADayIsAMembersLimitAndCancelledOnesDoNotCount() {
		ScheduleEvent[] tenBooked = Stream
			.concat(Stream.of(opened(), tuesdays(30, "09:00-17:00")),
					IntStream.range(0, 10)
						.mapToObj((i) -> (ScheduleEvent) booked(NINE.plus(Duration.ofMinutes(30L * i)), 30, ANNA)))
			.toArray(ScheduleEvent[]::new);
		Instant two = at("2026-12-01T14:00-05:00");
		Interval twoToHalfPast = new Interval(two, two.plus(Duration.ofMinutes(30)));

		given(tenBooked).when(book(two))
			.refused(new Refusal.DailyLimitReached(twoToHalfPast, new Asked(ANNA, two, Booker.MEMBER), 10,
					List.of(halfHourFrom("2026-12-08T09:00-05:00"), halfHourFrom("2026-12-08T09:30-05:00"),
							halfHourFrom("2026-12-08T10:00-05:00"))));
		given(tenBooked).when(bookByClinic(two)).happens(bookedByAnna(two, 30));
		given(Stream.concat(Stream.of(tenBooked), Stream.of(cancelled(NINE))).toArray(ScheduleEvent[]::new))
			.when(book(two))
			.happens(bookedByAnna(two, 30));
	}

	@Test
	void theRepeatedHourOfAutumnIsBookedOnItsFirstPassOnly() {
		Instant firstPass = at("2026-11-01T01:30-04:00");
		Instant secondPass = at("2026-11-01T01:30-05:00");
		Instant dayBefore = at("2026-10-31T12:00-04:00");
		ScheduleEvent sundayNights = new ScheduleEvent.WorkingHoursSet(ScheduleSpecification.DOCTOR,
				new clinic.daybook.api.scheduling.DayHours(java.time.DayOfWeek.SUNDAY,
						ScheduleSpecification.hours(30, "2026-01-01", "01:30-02:00").windows(), 30,
						java.time.LocalDate.parse("2026-01-01")));

		givenAt(dayBefore, opened(), sundayNights).when(book(firstPass)).happens(bookedByAnna(firstPass, 30));
		givenAt(dayBefore, opened(), sundayNights).when(book(secondPass))
			.refused(SlotRule.ON_THE_GRID, secondPass, at("2026-11-08T01:30-05:00"), at("2026-11-15T01:30-05:00"),
					at("2026-11-22T01:30-05:00"));
	}

	private static Interval halfHourFrom(String start) {
		return Interval.of(at(start), Duration.ofMinutes(30));
	}

}
