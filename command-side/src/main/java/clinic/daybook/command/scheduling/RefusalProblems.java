package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.SlotRule;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;

/** Puts refusals to people: a code, a sentence, and what to do instead. */
final class RefusalProblems {

	private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm",
			Locale.ENGLISH);

	private RefusalProblems() {
	}

	static ProblemException problem(UUID doctorId, Outcome.Refused refused) {
		return switch (refused.schedule()) {
			case ScheduleState.NotOpened() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such doctor.");
			case ScheduleState.Open open -> problem(doctorId, open.timetable().zone(), refused.refusal());
		};
	}

	private static ProblemException problem(UUID doctorId, ZoneId zone, Refusal refusal) {
		return switch (refusal) {
			case Refusal.SlotRefused slot -> new ProblemException(codeOf(slot.broken()), sentenceOf(slot.broken()),
					Map.of("nextFreeSlots", Offer.of(doctorId, zone, slot.nextFreeSlots())));
			case Refusal.DailyLimitReached limit -> new ProblemException(ProblemCode.LIMIT_REACHED,
					(limit.limit() == 1) ? "This doctor takes one appointment of a member on a day, and it is taken."
							: "This doctor takes " + limit.limit()
									+ " appointments of a member on a day, and they are taken.",
					Map.of("nextFreeSlots", Offer.of(doctorId, zone, limit.nextFreeSlots())));
			case Refusal.WrongState state -> new ProblemException(ProblemCode.WRONG_STATE,
					"This can't be done with the appointment any more, or not yet: please look at it again.");
			case Refusal.NotYet early -> new ProblemException(ProblemCode.TOO_SOON,
					"It is too early for this: it can be done from " + inWords(zone, early.from()) + " on.");
			case Refusal.ChangedMeanwhile changed -> new ProblemException(ProblemCode.PRECONDITION_FAILED,
					"The appointment has been changed since you last saw it: please look at it again.");
			case Refusal.TooLate late -> new ProblemException(ProblemCode.TOO_LATE,
					"It could be changed until " + inWords(zone, late.cutoff()) + "; please call the clinic.");
			case Refusal.AppointmentsAffected affected -> new ProblemException(ProblemCode.APPOINTMENTS_AFFECTED,
					"Patients are booked in that time: say whether they are to keep their appointments or not.",
					Map.of("affected", affected.affected().stream().map((one) -> affected(zone, one)).toList()));
			case Refusal.TooManyHolds many -> new ProblemException(ProblemCode.LIMIT_REACHED,
					"A member can hold " + HoldSlotApi.MOST + " slots at once: book or give up one of them first.");
			case Refusal.NoSuchHold missing -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such hold.");
			case Refusal.HoldExpired expired -> new ProblemException(ProblemCode.HOLD_EXPIRED);
			case Refusal.HoldNoLongerLive over -> new ProblemException(ProblemCode.WRONG_STATE,
					"The hold has been used, given up or replaced by another.");
			case Refusal.NoSuchTimeOff missing ->
				new ProblemException(ProblemCode.NOT_FOUND, "There is no such time off.");
			case Refusal.NoSuchExtraHours missing ->
				new ProblemException(ProblemCode.NOT_FOUND, "There are no such extra hours.");
			case Refusal.DateIsPast past ->
				ProblemException.invalid("date", "is past: today is " + past.today() + " in " + zone.getId());
			case Refusal.TimeOffIsPast past -> ProblemException.invalid("end", "is past");
			case Refusal.EffectiveFromPast past ->
				ProblemException.invalid("effectiveFrom", "is past: today is " + past.today() + " in " + zone.getId());
			case Refusal.WindowsOverlap overlap -> ProblemException.invalid("windows",
					"overlap around " + overlap.overlap().date() + ": " + overlap.overlap().first().start() + "-"
							+ overlap.overlap().first().end() + " and " + overlap.overlap().second().start() + "-"
							+ overlap.overlap().second().end());
			case Refusal.SlotLongerThanWindow tooLong -> ProblemException.invalid("slotMinutes",
					"does not fit the window " + tooLong.window().start() + "-" + tooLong.window().end());
			case Refusal.NoSuchSchedule missing ->
				new ProblemException(ProblemCode.NOT_FOUND, "There is no such doctor.");
		};
	}

	private static String inWords(ZoneId zone, Instant instant) {
		return IN_WORDS.format(instant.atZone(zone));
	}

	private static ProblemCode codeOf(SlotRule broken) {
		return switch (broken) {
			case NOT_TOO_SOON -> ProblemCode.TOO_SOON;
			case NOT_TOO_FAR_AHEAD -> ProblemCode.TOO_FAR;
			case WITHIN_WORKING_HOURS -> ProblemCode.OUTSIDE_WORKING_HOURS;
			case ON_THE_GRID -> ProblemCode.NOT_ON_GRID;
			case NOT_ON_TIME_OFF -> ProblemCode.ON_TIME_OFF;
			case NOT_TAKEN -> ProblemCode.SLOT_TAKEN;
			case NOT_HELD -> ProblemCode.SLOT_HELD;
			case MEMBER_IS_FREE -> ProblemCode.MEMBER_BUSY;
		};
	}

	private static String sentenceOf(SlotRule broken) {
		return switch (broken) {
			case NOT_TOO_SOON -> "That time has passed, or is sooner than this doctor's notice.";
			case NOT_TOO_FAR_AHEAD -> "That is further ahead than this doctor takes bookings.";
			case WITHIN_WORKING_HOURS -> "The doctor does not work at that time.";
			case ON_THE_GRID -> "The doctor works then, but no slot starts at that minute.";
			case NOT_ON_TIME_OFF -> "The doctor is away at that time.";
			case NOT_HELD -> "Somebody is about to book that slot; in a few minutes it may be free again.";
			case NOT_TAKEN -> "That slot has just been taken, or was before.";
			case MEMBER_IS_FREE -> "There is another appointment of the same member at that time.";
		};
	}

	private static Affected affected(ZoneId zone, Refusal.Affected one) {
		return new Affected(one.appointmentId(), AppointmentView.in(zone, one.start()),
				AppointmentView.in(zone, one.end()));
	}

	private record Affected(UUID appointmentId, OffsetDateTime start, OffsetDateTime end) {
	}

}
