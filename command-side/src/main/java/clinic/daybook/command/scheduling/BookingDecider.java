package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.Asked;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Hold;
import clinic.daybook.api.scheduling.HoldEnd;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand.AffirmAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.BookWalkIn;
import clinic.daybook.api.scheduling.ScheduleCommand.ConfirmHold;
import clinic.daybook.api.scheduling.ScheduleCommand.HoldSlot;
import clinic.daybook.api.scheduling.ScheduleCommand.ReleaseHold;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.HoldReleased;
import clinic.daybook.api.scheduling.ScheduleEvent.SlotHeld;
import clinic.daybook.command.scheduling.Decision.Accepted;
import clinic.daybook.command.scheduling.Decision.Refused;

/**
 * The rules of booking and holding. Pure: what it answers depends on its arguments alone.
 */
final class BookingDecider {

	/** How long a slot is held. */
	static final Duration HELD_FOR = Duration.ofMinutes(5);

	private BookingDecider() {
	}

	static Decision book(BookAppointment command, ScheduleState.Open schedule, Instant now) {
		Asked asked = new Asked(command.memberId(), command.start(), command.by());
		return switch (SlotDecider.slot(asked, schedule, now)) {
			case SlotDecider.Answer.No(Refusal refusal) -> new Refused(refusal);
			case SlotDecider.Answer.Yes(Interval slot) -> new Accepted(
					Stream
						.concat(usingUp(slot, command.memberId(), command.doctorId(), schedule, now),
								Stream.of(new AppointmentBooked(command.doctorId(), command.appointmentId(), 1,
										command.memberId(), slot.start(), slot.end(), false, command.reason())))
						.toList());
		};
	}

	static Decision walkIn(BookWalkIn command, ScheduleState.Open schedule, Instant now) {
		Asked asked = new Asked(command.memberId(), command.start(), Booker.CLINIC);
		return switch (SlotDecider.walkIn(asked, command.minutes(), schedule, now)) {
			case SlotDecider.Answer.No(Refusal refusal) -> new Refused(refusal);
			case SlotDecider.Answer.Yes(Interval slot) -> new Accepted(
					Stream
						.concat(usingUp(slot, command.memberId(), command.doctorId(), schedule, now),
								Stream.of(new AppointmentBooked(command.doctorId(), command.appointmentId(), 1,
										command.memberId(), slot.start(), slot.end(), true, command.reason())))
						.toList());
		};
	}

	static Decision affirm(AffirmAppointment command, ScheduleState.Open schedule) {
		return schedule.bookings().find(command.appointmentId()).isPresent() ? new Accepted(List.of())
				: new Refused(new Refusal.WrongState(command.appointmentId()));
	}

	static Decision hold(HoldSlot command, ScheduleState.Open schedule, Instant now) {
		Asked asked = new Asked(command.memberId(), command.start(), command.by());
		return switch (SlotDecider.slot(asked, schedule, now)) {
			case SlotDecider.Answer.No(Refusal refusal) -> new Refused(refusal);
			case SlotDecider.Answer.Yes(Interval slot) -> new Accepted(held(command, slot, schedule, now));
		};
	}

	private static List<ScheduleEvent> held(HoldSlot command, Interval slot, ScheduleState.Open schedule, Instant now) {
		Hold hold = new Hold(command.holdId(), command.memberId(), slot, now.plus(HELD_FOR));
		Optional<Holds.Held> former = schedule.holds().liveOf(command.memberId(), now);
		return former
			.map((held) -> List.<ScheduleEvent>of(released(command.doctorId(), held, HoldEnd.REPLACED),
					new SlotHeld(command.doctorId(), hold, held.place())))
			.orElseGet(() -> List.of(new SlotHeld(command.doctorId(), hold, command.place())));
	}

	static Decision release(ReleaseHold command, ScheduleState.Open schedule, Instant now) {
		return live(command.holdId(), schedule, now,
				(held) -> new Accepted(List.of(released(command.doctorId(), held, HoldEnd.GIVEN_UP))));
	}

	static Decision confirm(ConfirmHold command, ScheduleState.Open schedule, Instant now) {
		return live(command.holdId(), schedule, now, (held) -> {
			Hold hold = held.hold();
			Asked asked = new Asked(hold.memberId(), hold.interval().start(), command.by());
			return switch (SlotDecider.held(asked, hold.interval(), schedule, now)) {
				case SlotDecider.Answer.No(Refusal refusal) -> new Refused(refusal);
				case SlotDecider.Answer.Yes(Interval slot) ->
					new Accepted(List.of(released(command.doctorId(), held, HoldEnd.BOOKED),
							new AppointmentBooked(command.doctorId(), command.appointmentId(), 1, hold.memberId(),
									slot.start(), slot.end(), false, command.reason())));
			};
		});
	}

	/** A hold that is no good any more says why: used or given up before expired. */
	private static Decision live(UUID holdId, ScheduleState.Open schedule, Instant now,
			Function<Holds.Held, Decision> then) {
		Optional<Holds.Held> found = schedule.holds()
			.find(holdId)
			.filter((held) -> now.isBefore(held.hold().expiresAt().plus(Holds.KEPT_AFTER_EXPIRY)));
		if (found.isEmpty()) {
			return new Refused(new Refusal.NoSuchHold(holdId));
		}
		Holds.Held held = found.get();
		if (held.end().isPresent()) {
			return new Refused(new Refusal.HoldNoLongerLive(holdId));
		}
		return held.isLiveAt(now) ? then.apply(held) : new Refused(new Refusal.HoldExpired(holdId));
	}

	/** Whoever books what they hold needs to hold it no longer. */
	static Stream<ScheduleEvent> usingUp(Interval slot, UUID memberId, UUID doctorId, ScheduleState.Open schedule,
			Instant now) {
		return schedule.holds()
			.liveOf(memberId, now)
			.filter((held) -> held.hold().interval().overlaps(slot))
			.<ScheduleEvent>map((held) -> released(doctorId, held, HoldEnd.BOOKED))
			.stream();
	}

	private static HoldReleased released(UUID doctorId, Holds.Held held, HoldEnd because) {
		return new HoldReleased(doctorId, held.hold().holdId(), held.hold().memberId(), held.place(), because);
	}

}
