package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Taken;

/** A few free slots, and the schedule they belong to. */
record FreeSlots(ScheduleState schedule, List<Interval> slots) {

	static FreeSlots of(ScheduleState schedule, FindFreeSlots question, Instant now) {
		return new FreeSlots(schedule, switch (schedule) {
			case ScheduleState.NotOpened() -> List.of();
			case ScheduleState.Open open -> SlotDecider.insteadOf(question.asked(), hours(question, open, now),
					question.moving().map(open::without).orElse(open), now);
		});
	}

	/** But for what the member holds here, which gives way to what they book here. */
	private static Taken hours(FindFreeSlots question, ScheduleState.Open schedule, Instant now) {
		Optional<UUID> held = schedule.holds()
			.liveOf(question.asked().memberId(), now)
			.map((hold) -> hold.hold().holdId());
		return Taken.by(question.memberHours()
			.stream()
			.filter((hour) -> !held.equals(Optional.of(hour.by())) && !question.moving().equals(Optional.of(hour.by())))
			.map(MemberHour::hour)
			.toList());
	}

}
