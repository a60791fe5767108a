package clinic.daybook.query.scheduling;

import java.time.Instant;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentRescheduled;
import clinic.daybook.people.Parties;
import org.jspecify.annotations.Nullable;

/** An appointment as the read model keeps it: ids and ciphertext, no names. */
record AppointmentRow(UUID appointmentId, int version, UUID doctorId, UUID memberId, Instant startAt, Instant endAt,
		AppointmentStatus status, boolean walkIn, @Nullable String reason, Instant bookedAt,
		@Nullable Instant cancelledAt, @Nullable Booker cancelledBy, @Nullable String cancellationReason) {

	static AppointmentRow of(AppointmentBooked booked, Instant at) {
		return new AppointmentRow(booked.appointmentId(), booked.version(), booked.doctorId(), booked.memberId(),
				booked.start(), booked.end(), AppointmentStatus.BOOKED, booked.walkIn(), booked.reason(), at, null,
				null, null);
	}

	static AppointmentRow of(AppointmentRescheduled moved) {
		return new AppointmentRow(moved.appointmentId(), moved.version(), moved.doctorId(), moved.memberId(),
				moved.start(), moved.end(), AppointmentStatus.BOOKED, moved.walkIn(), moved.reason(), moved.bookedAt(),
				null, null, null);
	}

	AppointmentRow after(AppointmentCancelled cancelled, Instant at) {
		return new AppointmentRow(this.appointmentId, cancelled.version(), this.doctorId, this.memberId, this.startAt,
				this.endAt, AppointmentStatus.CANCELLED, this.walkIn, this.reason, this.bookedAt, at, cancelled.by(),
				cancelled.reason());
	}

	AppointmentRow now(AppointmentStatus changed, int newVersion) {
		return new AppointmentRow(this.appointmentId, newVersion, this.doctorId, this.memberId, this.startAt,
				this.endAt, changed, this.walkIn, this.reason, this.bookedAt, this.cancelledAt, this.cancelledBy,
				this.cancellationReason);
	}

	Parties parties() {
		return new Parties(this.doctorId, this.memberId);
	}

	Interval interval() {
		return new Interval(this.startAt, this.endAt);
	}

}
