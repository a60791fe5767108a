package clinic.daybook.api.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Why a schedule said no, with what the caller needs to go on. */
public sealed interface Refusal {

	/** An appointment can't be at that hour; these could be. */
	record SlotRefused(SlotRule broken, Asked asked, List<Interval> nextFreeSlots) implements Refusal {
	}

	/** The member has all the appointments of that local date that the doctor allows. */
	record DailyLimitReached(Interval slot, Asked asked, int limit, List<Interval> nextFreeSlots) implements Refusal {
	}

	/** The time for this has not come; from then on it can be done. */
	record NotYet(Instant from) implements Refusal {
	}

	/** The appointment is not, or no longer, at the point at which this can be done. */
	record WrongState(UUID appointmentId) implements Refusal {
	}

	/** The caller meant an appointment as it no longer is. */
	record ChangedMeanwhile(UUID appointmentId, int version) implements Refusal {
	}

	/** A member can no longer cancel; this was the last moment. */
	record TooLate(Instant cutoff) implements Refusal {
	}

	/** The change would leave these booked appointments outside the hours. */
	record AppointmentsAffected(List<Affected> affected) implements Refusal {
	}

	/** The member has all the holds that they may have at once. */
	record TooManyHolds() implements Refusal {
	}

	/** There is no such hold, or has not been one for a day. */
	record NoSuchHold(UUID holdId) implements Refusal {
	}

	record HoldExpired(UUID holdId) implements Refusal {
	}

	/** It was used, given up or replaced. */
	record HoldNoLongerLive(UUID holdId) implements Refusal {
	}

	record NoSuchTimeOff(UUID timeOffId) implements Refusal {
	}

	record NoSuchExtraHours(UUID extraHoursId) implements Refusal {
	}

	/** Extra hours can't be opened for a date that is past. */
	record DateIsPast(LocalDate date, LocalDate today) implements Refusal {
	}

	/** Time off that is over by now changes nothing any more. */
	record TimeOffIsPast(Instant end) implements Refusal {
	}

	record EffectiveFromPast(LocalDate effectiveFrom, LocalDate today) implements Refusal {
	}

	record WindowsOverlap(Overlap overlap) implements Refusal {
	}

	record SlotLongerThanWindow(int slotMinutes, Window window) implements Refusal {
	}

	record NoSuchSchedule(UUID doctorId) implements Refusal {
	}

	record Affected(UUID appointmentId, Instant start, Instant end) {
	}

}
