package clinic.daybook.query.scheduling;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import clinic.daybook.api.DaybookEvent;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.Hold;
import clinic.daybook.api.scheduling.HoldEnd;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCheckedIn;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCompleted;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMissed;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMovedAway;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentRescheduled;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorReactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursWithdrawn;
import clinic.daybook.api.scheduling.ScheduleEvent.HoldReleased;
import clinic.daybook.api.scheduling.ScheduleEvent.ScheduleOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.SchedulingPolicySet;
import clinic.daybook.api.scheduling.ScheduleEvent.SlotHeld;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffTaken;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffWithdrawn;
import clinic.daybook.api.scheduling.ScheduleEvent.WorkingHoursSet;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.query.projection.TestBatch.Recorded;

/**
 * Anything that may happen at a clinic of four doctors, appointments that move to and fro
 * between them above all.
 */
final class History {

	private final Random random;

	private final List<Recorded> events = new ArrayList<>();

	private final List<UUID> doctors = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(),
			UUID.randomUUID());

	private final List<AppointmentRescheduled> booked = new ArrayList<>();

	private final List<AppointmentRescheduled> checkedIn = new ArrayList<>();

	private final List<SlotHeld> held = new ArrayList<>();

	private final List<TimeOffTaken> away = new ArrayList<>();

	private final List<ExtraHoursOpened> extra = new ArrayList<>();

	private Instant now = Instant.parse("2026-10-20T08:00:00.000123Z");

	History(Random random) {
		this.random = random;
	}

	static UUID doctorOf(Recorded recorded) {
		return ((ScheduleEvent) recorded.event()).doctorId();
	}

	List<Recorded> events(int most) {
		this.doctors.forEach((doctor) -> happens(new ScheduleOpened(doctor, ZoneId.of("Australia/Lord_Howe"))));
		while (this.events.size() < most) {
			this.now = this.now.plusSeconds(this.random.nextInt(120));
			step();
		}
		return List.copyOf(this.events);
	}

	private void step() {
		switch (this.random.nextInt(12)) {
			case 0 -> setsRules();
			case 1 -> takesTimeOff();
			case 2 -> opensExtraHours();
			case 3, 4 -> holds();
			case 5 -> releases();
			case 6, 7 -> books();
			case 8, 9, 10 -> moves();
			default -> ends();
		}
	}

	private void setsRules() {
		UUID doctor = any(this.doctors);
		happens(switch (this.random.nextInt(4)) {
			case 0 ->
				new WorkingHoursSet(doctor, new DayHours(any(List.of(DayOfWeek.values())), windows(), 30, date()));
			case 1 -> new SchedulingPolicySet(doctor,
					new SchedulingPolicy(this.random.nextInt(99), 1 + this.random.nextInt(99), 5, 3, 60));
			case 2 -> new DoctorDeactivated(doctor);
			default -> new DoctorReactivated(doctor);
		});
	}

	private void takesTimeOff() {
		if (!this.away.isEmpty() && this.random.nextBoolean()) {
			TimeOffTaken gone = removeAny(this.away);
			happens(new TimeOffWithdrawn(gone.doctorId(), gone.timeOff().timeOffId()));
			return;
		}
		TimeOffTaken taken = new TimeOffTaken(any(this.doctors), new TimeOff(UUID.randomUUID(), slot(), "v1.sealed"));
		this.away.add(taken);
		happens(taken);
	}

	private void opensExtraHours() {
		if (!this.extra.isEmpty() && this.random.nextBoolean()) {
			ExtraHoursOpened gone = removeAny(this.extra);
			happens(new ExtraHoursWithdrawn(gone.doctorId(), gone.extraHours().extraHoursId()));
			return;
		}
		ExtraHoursOpened opened = new ExtraHoursOpened(any(this.doctors),
				new ExtraHours(UUID.randomUUID(), date(), windows(), 20));
		this.extra.add(opened);
		happens(opened);
	}

	private void holds() {
		SlotHeld slot = new SlotHeld(any(this.doctors),
				new Hold(UUID.randomUUID(), UUID.randomUUID(), slot(), this.now.plus(Duration.ofMinutes(5))), 1);
		this.held.add(slot);
		happens(slot);
	}

	private void releases() {
		if (!this.held.isEmpty()) {
			SlotHeld gone = removeAny(this.held);
			happens(new HoldReleased(gone.doctorId(), gone.hold().holdId(), gone.hold().memberId(), 1,
					any(List.of(HoldEnd.values()))));
		}
	}

	private void books() {
		UUID doctor = any(this.doctors);
		Interval slot = slot();
		AppointmentBooked made = new AppointmentBooked(doctor, UUID.randomUUID(), 1, UUID.randomUUID(), slot.start(),
				slot.end(), this.random.nextBoolean(), this.random.nextBoolean() ? "v1.sealed" : null);
		this.booked.add(new AppointmentRescheduled(doctor, made.appointmentId(), 1, made.memberId(), doctor,
				made.start(), made.start(), made.end(), made.walkIn(), made.reason(), this.now));
		happens(made);
	}

	private void moves() {
		if (this.booked.isEmpty()) {
			return;
		}
		AppointmentRescheduled before = removeAny(this.booked);
		Interval slot = slot();
		UUID to = any(this.doctors);
		AppointmentRescheduled moved = new AppointmentRescheduled(to, before.appointmentId(), before.version() + 1,
				before.memberId(), before.doctorId(), before.start(), slot.start(), slot.end(), before.walkIn(),
				before.reason(), before.bookedAt());
		this.booked.add(moved);
		if (!to.equals(before.doctorId())) {
			happens(new AppointmentMovedAway(before.doctorId(), before.appointmentId(), moved.version(),
					before.memberId(), to));
		}
		happens(moved);
	}

	private void ends() {
		if (!this.checkedIn.isEmpty() && this.random.nextBoolean()) {
			AppointmentRescheduled seen = removeAny(this.checkedIn);
			happens(new AppointmentCompleted(seen.doctorId(), seen.appointmentId(), seen.version() + 2,
					seen.memberId()));
			return;
		}
		if (this.booked.isEmpty()) {
			return;
		}
		AppointmentRescheduled last = removeAny(this.booked);
		int version = last.version() + 1;
		switch (this.random.nextInt(3)) {
			case 0 -> happens(new AppointmentCancelled(last.doctorId(), last.appointmentId(), version, last.memberId(),
					any(List.of(Booker.values())), null));
			case 1 -> happens(new AppointmentMissed(last.doctorId(), last.appointmentId(), version, last.memberId()));
			default -> {
				this.checkedIn.add(last);
				happens(new AppointmentCheckedIn(last.doctorId(), last.appointmentId(), version, last.memberId()));
			}
		}
	}

	private void happens(DaybookEvent event) {
		this.events.add(new Recorded(event, this.now));
	}

	private Interval slot() {
		return Interval.of(Instant.parse("2026-12-01T09:00:00Z").plusSeconds(1800L * this.random.nextInt(2000)),
				Duration.ofMinutes(30));
	}

	private LocalDate date() {
		return LocalDate.parse("2026-12-01").plusDays(this.random.nextInt(60));
	}

	private List<Window> windows() {
		LocalTime start = LocalTime.of(this.random.nextInt(24), 0);
		return List.of(new Window(start, start.plusHours(3)));
	}

	private <T> T any(List<T> choice) {
		return choice.get(this.random.nextInt(choice.size()));
	}

	private <T> T removeAny(List<T> choice) {
		return choice.remove(this.random.nextInt(choice.size()));
	}

}
