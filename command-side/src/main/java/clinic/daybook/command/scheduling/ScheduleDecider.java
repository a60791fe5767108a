package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import clinic.daybook.api.scheduling.Availability;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.AffirmAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.AppointmentCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.DeactivateDoctor;
import clinic.daybook.api.scheduling.ScheduleCommand.ReactivateDoctor;
import clinic.daybook.api.scheduling.ScheduleCommand.SetWorkingHours;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorReactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.WorkingHoursSet;
import clinic.daybook.api.scheduling.SlotRule;
import clinic.daybook.api.scheduling.Taken;
import clinic.daybook.api.scheduling.Timetable;
import clinic.daybook.api.scheduling.WeeklyHours;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.command.scheduling.Decision.Accepted;
import clinic.daybook.command.scheduling.Decision.Refused;

/** The rules of a schedule. Pure: what it answers depends on its arguments alone. */
final class ScheduleDecider {

	/** As far as one schedule can know. */
	private static final Taken MEMBER_IS_FREE = (slot) -> false;

	private ScheduleDecider() {
	}

	static Decision decide(ScheduleCommand command, ScheduleState state, Instant now) {
		return switch (state) {
			case ScheduleState.NotOpened() -> new Refused(new Refusal.NoSuchSchedule(command.doctorId()));
			case ScheduleState.Open open -> switch (command) {
				case SetWorkingHours set -> setWorkingHours(set, open, now);
				case BookAppointment book -> book(book, open, now);
				case AppointmentCommand change -> AppointmentDecider.decide(change, open, now);
				case AffirmAppointment affirm -> affirm(affirm, open);
				case DeactivateDoctor deactivate -> deactivate(deactivate, open, now);
				case ReactivateDoctor reactivate ->
					new Accepted(open.active() ? List.of() : List.of(new DoctorReactivated(reactivate.doctorId())));
			};
		};
	}

	private static Decision book(BookAppointment command, ScheduleState.Open schedule, Instant now) {
		return switch (schedule.availabilityAt(now).at(command.start(), command.by())) {
			case Availability.Answer.Refused(SlotRule broken) -> new Refused(
					new Refusal.SlotRefused(broken, command.start(), schedule.insteadOf(command, MEMBER_IS_FREE, now)));
			case Availability.Answer.Free(Interval slot) when schedule.isAtDailyLimit(command, slot.start()) ->
				new Refused(new Refusal.DailyLimitReached(slot, schedule.policy().maxPerMemberPerDay(),
						schedule.insteadOf(command, MEMBER_IS_FREE, now)));
			case Availability.Answer.Free(Interval slot) ->
				new Accepted(List.of(new AppointmentBooked(command.doctorId(), command.appointmentId(), 1,
						command.memberId(), slot.start(), slot.end(), false, command.reason())));
		};
	}

	private static Decision affirm(AffirmAppointment command, ScheduleState.Open schedule) {
		return schedule.bookings().find(command.appointmentId()).isPresent() ? new Accepted(List.of())
				: new Refused(new Refusal.WrongState(command.appointmentId()));
	}

	private static Decision setWorkingHours(SetWorkingHours command, ScheduleState.Open schedule, Instant now) {
		LocalDate today = schedule.timetable().dateOf(now);
		LocalDate from = (command.effectiveFrom() != null) ? command.effectiveFrom() : today;
		if (from.isBefore(today)) {
			return new Refused(new Refusal.EffectiveFromPast(from, today));
		}
		Optional<Window> tooShort = command.windows()
			.stream()
			.filter((window) -> lengthOf(window).compareTo(Duration.ofMinutes(command.slotMinutes())) < 0)
			.findFirst();
		if (tooShort.isPresent()) {
			return new Refused(new Refusal.SlotLongerThanWindow(command.slotMinutes(), tooShort.get()));
		}
		DayHours entry = new DayHours(command.dayOfWeek(), command.windows(), command.slotMinutes(), from);
		WeeklyHours hours = schedule.timetable().hours();
		if (hours.entries().contains(entry)) {
			return new Accepted(List.of());
		}
		Optional<WeeklyHours.Overlap> overlap = hours.with(entry).firstOverlap();
		if (overlap.isPresent()) {
			return new Refused(new Refusal.WindowsOverlap(overlap.get()));
		}
		return change(new WorkingHoursSet(command.doctorId(), entry), command.onConflict(),
				leftOutside(schedule, hours.with(entry), now));
	}

	private static Decision deactivate(DeactivateDoctor command, ScheduleState.Open schedule, Instant now) {
		if (!schedule.active()) {
			return new Accepted(List.of());
		}
		return change(new DoctorDeactivated(command.doctorId()), command.onConflict(),
				schedule.bookings().stillToComeFrom(now).toList());
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
	private static List<Booked> leftOutside(ScheduleState.Open schedule, WeeklyHours changed, Instant now) {
		Timetable before = schedule.timetable();
		Timetable after = new Timetable(before.zone(), changed);
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
