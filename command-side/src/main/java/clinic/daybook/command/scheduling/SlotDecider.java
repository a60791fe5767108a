package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import clinic.daybook.api.scheduling.Asked;
import clinic.daybook.api.scheduling.Availability;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.SlotRule;
import clinic.daybook.api.scheduling.Taken;

/**
 * The rules about whether a member can have an hour of a schedule, in the order of the
 * contract. Pure. That the member is free elsewhere is for the book to judge.
 */
final class SlotDecider {

	private static final int SUGGESTIONS = 3;

	private SlotDecider() {
	}

	/**
	 * Whether a slot of the grid can be had, in fewer steps than it takes to say why not.
	 */
	static boolean isFree(Asked asked, ScheduleState.Open schedule, Instant now) {
		return schedule.availabilityFor(asked.memberId(), now)
			.at(asked.start(), asked.by()) instanceof Availability.Answer.Free(Interval slot)
				&& !isAtDailyLimit(asked, slot.start(), schedule);
	}

	/** A slot of the grid. */
	static Answer slot(Asked asked, ScheduleState.Open schedule, Instant now) {
		return answer(schedule.availabilityFor(asked.memberId(), now).at(asked.start(), asked.by()), asked, schedule,
				now);
	}

	/** A stretch off the grid, for whoever stands at the desk. */
	static Answer walkIn(Asked asked, int minutes, ScheduleState.Open schedule, Instant now) {
		return answer(schedule.availabilityFor(asked.memberId(), now)
			.forWalkIn(Interval.of(asked.start(), Duration.ofMinutes(minutes))), asked, schedule, now);
	}

	/** A slot that is held for the member already. */
	static Answer held(Asked asked, Interval slot, ScheduleState.Open schedule, Instant now) {
		return answer(schedule.availabilityFor(asked.memberId(), now).forHolder(slot), asked, schedule, now);
	}

	private static Answer answer(Availability.Answer found, Asked asked, ScheduleState.Open schedule, Instant now) {
		return switch (found) {
			case Availability.Answer.Refused(SlotRule broken) ->
				new Answer.No(new Refusal.SlotRefused(broken, asked, insteadOf(asked, (slot) -> false, schedule, now)));
			case Availability.Answer.Free(Interval slot) when isAtDailyLimit(asked, slot.start(), schedule) ->
				new Answer.No(new Refusal.DailyLimitReached(slot, asked, schedule.policy().maxPerMemberPerDay(),
						insteadOf(asked, (other) -> false, schedule, now)));
			case Availability.Answer.Free(Interval slot) -> new Answer.Yes(slot);
		};
	}

	/** What could be had instead: each of these, tried alone, is accepted. */
	static List<Interval> insteadOf(Asked asked, Taken memberHours, ScheduleState.Open schedule, Instant now) {
		return schedule.availabilityFor(asked.memberId(), now)
			.nextFreeSlots(asked.start(), SUGGESTIONS,
					(slot) -> !memberHours.overlaps(slot) && !isAtDailyLimit(asked, slot.start(), schedule));
	}

	private static boolean isAtDailyLimit(Asked asked, Instant on, ScheduleState.Open schedule) {
		return asked.by() == Booker.MEMBER
				&& schedule.appointmentsOn(on, asked.memberId()) >= schedule.policy().maxPerMemberPerDay();
	}

	sealed interface Answer {

		record Yes(Interval slot) implements Answer {
		}

		record No(Refusal refusal) implements Answer {
		}

	}

}
