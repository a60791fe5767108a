package clinic.daybook.command.scheduling;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.Interval;

/** A free slot, named to whoever could not have another. */
record Offer(UUID doctorId, OffsetDateTime start, OffsetDateTime end) {

	static List<Offer> of(UUID doctorId, ZoneId zone, List<Interval> slots) {
		return slots.stream()
			.map((slot) -> new Offer(doctorId, AppointmentView.in(zone, slot.start()),
					AppointmentView.in(zone, slot.end())))
			.toList();
	}

}
