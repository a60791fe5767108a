package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand.DeactivateDoctor;
import clinic.daybook.api.scheduling.ScheduleCommand.OpenExtraHours;
import clinic.daybook.api.scheduling.ScheduleCommand.SetSchedulingPolicy;
import clinic.daybook.api.scheduling.ScheduleCommand.SetWorkingHours;
import clinic.daybook.api.scheduling.ScheduleCommand.TakeDaysOff;
import clinic.daybook.api.scheduling.ScheduleCommand.TakeTimeOff;
import clinic.daybook.api.scheduling.ScheduleCommand.WithdrawExtraHours;
import clinic.daybook.api.scheduling.ScheduleCommand.WithdrawTimeOff;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursWithdrawn;
import clinic.daybook.api.scheduling.ScheduleEvent.SchedulingPolicySet;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffTaken;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffWithdrawn;
import clinic.daybook.api.scheduling.ScheduleEvent.WorkingHoursSet;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.api.scheduling.Timetable;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.command.scheduling.Decision.Accepted;
import clinic.daybook.command.scheduling.Decision.Refused;

/**
 * The rules of when a doctor works, and what becomes of appointments when that changes.
 * Pure: what it answers depends on its arguments alone.
 */
final class HoursDecider {

	private HoursDecider() {
	}

	static Decision setWorkingHours(SetWorkingHours command, ScheduleState.Open schedule, Instant now) {
		LocalDate today = schedule.timetable().dateOf(now);
		LocalDate from = (command.effectiveFrom() != null) ? command.effectiveFrom() : today;
		if (from.isBefore(today)) {
			return new Refused(new Refusal.EffectiveFromPast(from, today));
		}
		DayHours entry = new DayHours(command.dayOfWeek(), command.windows(), command.slotMinutes(), from);
		if (schedule.timetable().hours().entries().contains(entry)) {
			return new Accepted(List.of());
		}
		Timetable changed = schedule.timetable().with(schedule.timetable().hours().with(entry));
		return unlessImpossible(command.windows(), command.slotMinutes(), changed,
				() -> change(new WorkingHoursSet(command.doctorId(), entry), command.onConflict(),
						leftOutside(schedule, changed, now)));
	}

	static Decision openExtraHours(OpenExtraHours command, ScheduleState.Open schedule, Instant now) {
		ExtraHours extra = command.extraHours();
		if (schedule.timetable().extraHours().contains(extra)) {
			return new Accepted(List.of());
		}
		LocalDate today = schedule.timetable().dateOf(now);
		if (extra.date().isBefore(today)) {
			return new Refused(new Refusal.DateIsPast(extra.date(), today));
		}
		return unlessImpossible(extra.windows(), extra.slotMinutes(), schedule.timetable().with(extra),
				() -> new Accepted(List.of(new ExtraHoursOpened(command.doctorId(), extra))));
	}

	static Decision withdrawExtraHours(WithdrawExtraHours command, ScheduleState.Open schedule, Instant now) {
		if (schedule.timetable().findExtraHours(command.extraHoursId()).isEmpty()) {
			return new Refused(new Refusal.NoSuchExtraHours(command.extraHoursId()));
		}
		return change(new ExtraHoursWithdrawn(command.doctorId(), command.extraHoursId()), command.onConflict(),
				leftOutside(schedule, schedule.timetable().withoutExtraHours(command.extraHoursId()), now));
	}

	static Decision takeTimeOff(TakeTimeOff command, ScheduleState.Open schedule, Instant now) {
		TimeOff timeOff = command.timeOff();
		if (schedule.timetable().findTimeOff(timeOff.timeOffId()).isPresent()) {
			return new Accepted(List.of());
		}
		if (!timeOff.interval().end().isAfter(now)) {
			return new Refused(new Refusal.TimeOffIsPast(timeOff.interval().end()));
		}
		return change(new TimeOffTaken(command.doctorId(), timeOff), command.onConflict(),
				leftOutside(schedule, schedule.timetable().with(timeOff), now));
	}

	static Decision takeDaysOff(TakeDaysOff command, ScheduleState.Open schedule, Instant now) {
		Interval days = new Interval(schedule.timetable().day(command.fromDate()).start(),
				schedule.timetable().day(command.toDate()).end());
		return takeTimeOff(new TakeTimeOff(command.doctorId(), new TimeOff(command.timeOffId(), days, command.reason()),
				command.onConflict()), schedule, now);
	}

	static Decision withdrawTimeOff(WithdrawTimeOff command, ScheduleState.Open schedule) {
		return schedule.timetable().findTimeOff(command.timeOffId()).isPresent()
				? new Accepted(List.of(new TimeOffWithdrawn(command.doctorId(), command.timeOffId())))
				: new Refused(new Refusal.NoSuchTimeOff(command.timeOffId()));
	}

	static Decision setPolicy(SetSchedulingPolicy command, ScheduleState.Open schedule) {
		return new Accepted(command.policy().equals(schedule.policy()) ? List.of()
				: List.of(new SchedulingPolicySet(command.doctorId(), command.policy())));
	}

	static Decision deactivate(DeactivateDoctor command, ScheduleState.Open schedule, Instant now) {
		if (!schedule.active()) {
			return new Accepted(List.of());
		}
		return change(new DoctorDeactivated(command.doctorId()), command.onConflict(),
				schedule.bookings().stillToComeFrom(now).toList());
	}

	private static Decision unlessImpossible(List<Window> windows, int slotMinutes, Timetable changed,
			Supplier<Decision> then) {
		Optional<Window> tooShort = windows.stream()
			.filter((window) -> lengthOf(window).compareTo(Duration.ofMinutes(slotMinutes)) < 0)
			.findFirst();
		if (tooShort.isPresent()) {
			return new Refused(new Refusal.SlotLongerThanWindow(slotMinutes, tooShort.get()));
		}
		return changed.firstOverlap()
			.<Decision>map((overlap) -> new Refused(new Refusal.WindowsOverlap(overlap)))
			.orElseGet(then);
	}

	private static Decision change(ScheduleEvent change, OnConflict onConflict, List<Booked> affected) {
		if (!affected.isEmpty() && onConflict == OnConflict.REFUSE) {
			return new Refused(new Refusal.AppointmentsAffected(affected.stream()
				.map((booked) -> new Refusal.Affected(booked.appointmentId(), booked.interval().start(),
						booked.interval().end()))
				.toList()));
		}
		List<ScheduleEvent> events = new ArrayList<>();
		events.add(change);
		if (onConflict == OnConflict.CANCEL) {
			affected.forEach((booked) -> events.add(new AppointmentCancelled(change.doctorId(), booked.appointmentId(),
					booked.version() + 1, booked.memberId(), Booker.CLINIC, null)));
		}
		return new Accepted(List.copyOf(events));
	}

	/**
	 * Those still to come that lay within the hours and would no longer: one that was
	 * kept outside them before doesn't stand in the way of every later change.
	 */
	private static List<Booked> leftOutside(ScheduleState.Open schedule, Timetable after, Instant now) {
		Timetable before = schedule.hoursInUse();
		return schedule.bookings()
			.stillToComeFrom(now)
			.filter((booked) -> before.covers(booked.interval()) && !after.covers(booked.interval()))
			.toList();
	}

	private static Duration lengthOf(Window window) {
		LocalDateTime start = window.startOn(LocalDate.EPOCH);
		return Duration.between(start, window.endFor(LocalDate.EPOCH));
	}

}
