package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentStatus;

/** What the model knows of an appointment, whatever has become of it. */
record ModelAppointment(UUID id, UUID doctorId, UUID memberId, Instant start, Instant end, AppointmentStatus status,
		int version, boolean walkIn) {

	ModelAppointment now(AppointmentStatus changed) {
		return new ModelAppointment(this.id, this.doctorId, this.memberId, this.start, this.end, changed,
				this.version + 1, this.walkIn);
	}

	ModelAppointment movedTo(UUID doctor, ModelSlot slot) {
		return new ModelAppointment(this.id, doctor, this.memberId, slot.start(), slot.end(), this.status,
				this.version + 1, this.walkIn);
	}

	/** Cancelled and missed ones leave their hour to others. */
	boolean takesItsHour() {
		return this.status != AppointmentStatus.CANCELLED && this.status != AppointmentStatus.NO_SHOW;
	}

}
