package clinic.daybook.query.scheduling;

import java.time.OffsetDateTime;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentView;

/** A free slot as people see it, in its schedule's zone. */
record DoctorSlotView(UUID doctorId, String doctorName, OffsetDateTime start, OffsetDateTime end) {

	static DoctorSlotView of(FreeSlot free, String doctorName) {
		return new DoctorSlotView(free.doctorId(), doctorName, AppointmentView.in(free.zone(), free.slot().start()),
				AppointmentView.in(free.zone(), free.slot().end()));
	}

}
