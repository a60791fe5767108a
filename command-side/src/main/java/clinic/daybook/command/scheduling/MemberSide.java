package clinic.daybook.command.scheduling;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.Asked;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.SlotRule;
import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.web.Actor;
import org.springframework.stereotype.Component;

/**
 * Completes a schedule's refusals by what only the whole book knows: the member's other
 * appointments and holds. They come before the daily limit, and no slot at their hours is
 * of use to the member.
 */
@Component
class MemberSide {

	private final MemberHours memberHours;

	private final Commands commands;

	private final Clock clock;

	MemberSide(MemberHours memberHours, Commands commands, Clock clock) {
		this.memberHours = memberHours;
		this.commands = commands;
		this.clock = clock;
	}

	/**
	 * The refusal as the member is to hear it.
	 * @param doctorId whose schedule refused
	 * @param moving the appointment that is to have the hour, if it is there already
	 */
	Outcome.Refused suiting(Outcome.Refused refused, UUID doctorId, Optional<UUID> moving, Actor actor) {
		return switch (refused.refusal()) {
			case Refusal.SlotRefused slot when isHindered(refused, slot.asked(), slot.nextFreeSlots(), moving) ->
				refused(slot.broken(), doctorId, slot.asked(), moving, actor);
			case Refusal.DailyLimitReached limit when isHindered(refused, limit.asked(), List.of(limit.slot()),
					moving) ->
				refused(SlotRule.MEMBER_IS_FREE, doctorId, limit.asked(), moving, actor);
			case Refusal.DailyLimitReached limit when isHindered(refused, limit.asked(), limit.nextFreeSlots(),
					moving) ->
				new Outcome.Refused(refused.schedule(), refused.sequence(), new Refusal.DailyLimitReached(limit.slot(),
						limit.asked(), limit.limit(), freeSlots(doctorId, limit.asked(), moving, actor).slots()));
			default -> refused;
		};
	}

	/** What a member hears who is elsewhere at that time. */
	Outcome.Refused isBusy(UUID doctorId, Asked asked, Optional<UUID> moving, Actor actor) {
		return refused(SlotRule.MEMBER_IS_FREE, doctorId, asked, moving, actor);
	}

	/**
	 * By anything but what gives way: the appointment that moves, and what the member
	 * holds with this doctor.
	 */
	private boolean isHindered(Outcome.Refused refused, Asked asked, List<Interval> slots, Optional<UUID> moving) {
		Optional<UUID> held = switch (refused.schedule()) {
			case ScheduleState.NotOpened() -> Optional.empty();
			case ScheduleState.Open open ->
				open.holds().liveOf(asked.memberId(), this.clock.instant()).map((hold) -> hold.hold().holdId());
		};
		return this.memberHours.touching(slots, asked.memberId())
			.stream()
			.anyMatch((taken) -> !moving.equals(Optional.of(taken.by())) && !held.equals(Optional.of(taken.by())));
	}

	private Outcome.Refused refused(SlotRule broken, UUID doctorId, Asked asked, Optional<UUID> moving, Actor actor) {
		FreeSlots others = freeSlots(doctorId, asked, moving, actor);
		return new Outcome.Refused(others.schedule(), -1, new Refusal.SlotRefused(broken, asked, others.slots()));
	}

	private FreeSlots freeSlots(UUID doctorId, Asked asked, Optional<UUID> moving, Actor actor) {
		List<MemberHour> taken = this.memberHours.from(asked.start(), asked.memberId());
		return this.commands.<FreeSlots>dispatch(new FindFreeSlots(doctorId, asked, taken, moving), actor).answer();
	}

}
