package clinic.daybook.query.scheduling;

import java.time.Instant;
import java.util.List;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Availability;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Taken;
import clinic.daybook.api.scheduling.Timetable;

/**
 * When a doctor works over some dates, all that departs from the weekly hours included,
 * and what is held.
 *
 * @param hours those that count: an inactive doctor has none
 */
record Calendar(ScheduleRow schedule, Timetable hours, List<HeldSlot> held) {

	/** What anybody can book: a slot that is held for one member is held for all. */
	Availability availability(Taken taken, Instant now) {
		return new Availability(this.hours, this.schedule.policy(), taken, heldAt(now), now);
	}

	/**
	 * Whether an appointment stands though the doctor does not work then any more. It is
	 * worked out whenever it is asked, so that hours which are restored heal it.
	 */
	boolean leavesOutside(AppointmentRow appointment) {
		return appointment.status() == AppointmentStatus.BOOKED && !this.hours.covers(appointment.interval());
	}

	private Taken heldAt(Instant now) {
		List<Interval> live = this.held.stream().filter((slot) -> slot.isLiveAt(now)).map(HeldSlot::interval).toList();
		return (asked) -> live.stream().anyMatch((slot) -> slot.overlaps(asked));
	}

}
