package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.List;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Taken;

/** A few free slots, and the schedule they belong to. */
record FreeSlots(ScheduleState schedule, List<Interval> slots) {

	static FreeSlots of(ScheduleState schedule, FindFreeSlots question, Instant now) {
		return new FreeSlots(schedule, switch (schedule) {
			case ScheduleState.NotOpened() -> List.of();
			case ScheduleState.Open open -> open.insteadOf(question.insteadOf(), Taken.by(question.memberHours()), now);
		});
	}

}
