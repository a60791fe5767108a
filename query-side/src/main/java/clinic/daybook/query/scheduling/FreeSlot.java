package clinic.daybook.query.scheduling;

import java.time.ZoneId;
import java.util.UUID;

import clinic.daybook.api.scheduling.Interval;

/** A slot that can be booked: with whom, and by which clock. */
record FreeSlot(UUID doctorId, ZoneId zone, Interval slot) {

	SlotPlace place() {
		return new SlotPlace(this.slot.start(), this.doctorId);
	}

}
