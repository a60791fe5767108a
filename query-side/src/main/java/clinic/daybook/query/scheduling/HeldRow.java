package clinic.daybook.query.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is held with a doctor: every hold that is live, and of those that have expired
 * only some that no event has come after.
 */
record HeldRow(UUID doctorId, List<HeldSlot> slots) {

	static HeldRow nothing(UUID doctorId) {
		return new HeldRow(doctorId, List.of());
	}

	HeldRow with(HeldSlot slot) {
		return new HeldRow(this.doctorId,
				Stream.concat(without(slot.holdId()).slots.stream(), Stream.of(slot)).toList());
	}

	HeldRow without(UUID holdId) {
		return new HeldRow(this.doctorId, this.slots.stream().filter((slot) -> !slot.holdId().equals(holdId)).toList());
	}

	/** Expired ones are swept by the time of an event, which a replay finds again. */
	HeldRow liveAt(Instant eventTime) {
		return new HeldRow(this.doctorId, this.slots.stream().filter((slot) -> slot.isLiveAt(eventTime)).toList());
	}

}
