package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.List;

import clinic.daybook.api.scheduling.Interval;

/** A few free slots, and the schedule they belong to. */
record FreeSlots(ScheduleState schedule, List<Interval> slots) {

	static FreeSlots of(ScheduleState schedule, Instant from, Instant now) {
		return new FreeSlots(schedule, switch (schedule) {
			case ScheduleState.NotOpened() -> List.of();
			case ScheduleState.Open open -> open.availabilityAt(now).nextFreeSlots(from, ScheduleDecider.SUGGESTIONS);
		});
	}

}
