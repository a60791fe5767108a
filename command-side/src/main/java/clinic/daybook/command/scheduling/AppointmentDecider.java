package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand.AppointmentCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.CancelAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.CheckInAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.CompleteAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.MarkNoShow;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCheckedIn;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCompleted;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMissed;
import clinic.daybook.command.scheduling.Decision.Accepted;
import clinic.daybook.command.scheduling.Decision.Refused;

/**
 * The rules of an appointment that is there: what can be done with it, and when. Pure:
 * what it answers depends on its arguments alone.
 */
final class AppointmentDecider {

	private AppointmentDecider() {
	}

	static Decision decide(AppointmentCommand command, ScheduleState.Open schedule, Instant now) {
		Optional<Integer> version = schedule.versionOf(command.appointmentId());
		if (isMeantAsItNoLongerIs(command, version)) {
			return new Refused(new Refusal.ChangedMeanwhile(command.appointmentId(), version.orElseThrow()));
		}
		return schedule.bookings()
			.find(command.appointmentId())
			.filter((booked) -> booked.status() == statusNeededFor(command))
			.map((booked) -> decide(command, booked, schedule, now))
			.orElseGet(() -> new Refused(new Refusal.WrongState(command.appointmentId())));
	}

	private static boolean isMeantAsItNoLongerIs(AppointmentCommand command, Optional<Integer> version) {
		return command.expectedVersion() != null && version.isPresent()
				&& !version.get().equals(command.expectedVersion());
	}

	private static AppointmentStatus statusNeededFor(AppointmentCommand command) {
		return switch (command) {
			case CancelAppointment cancel -> AppointmentStatus.BOOKED;
			case CheckInAppointment checkIn -> AppointmentStatus.BOOKED;
			case CompleteAppointment complete -> AppointmentStatus.CHECKED_IN;
			case MarkNoShow noShow -> AppointmentStatus.BOOKED;
		};
	}

	private static Decision decide(AppointmentCommand command, Booked booked, ScheduleState.Open schedule,
			Instant now) {
		Instant start = booked.interval().start();
		int next = booked.version() + 1;
		return switch (command) {
			case CancelAppointment cancel -> onTheMembersSide(cancel) && isPastTheCutoff(booked, schedule, now)
					? new Refused(new Refusal.TooLate(cutoffOf(booked, schedule)))
					: happens(new AppointmentCancelled(cancel.doctorId(), booked.appointmentId(), next,
							booked.memberId(), cancel.by(), cancel.reason()));
			case CheckInAppointment checkIn -> notBefore(schedule.localDayOf(start).start(), now,
					new AppointmentCheckedIn(checkIn.doctorId(), booked.appointmentId(), next, booked.memberId()));
			case CompleteAppointment complete ->
				happens(new AppointmentCompleted(complete.doctorId(), booked.appointmentId(), next, booked.memberId()));
			case MarkNoShow noShow -> notBefore(start, now,
					new AppointmentMissed(noShow.doctorId(), booked.appointmentId(), next, booked.memberId()));
		};
	}

	private static boolean onTheMembersSide(CancelAppointment command) {
		return command.by() == Booker.MEMBER;
	}

	private static boolean isPastTheCutoff(Booked booked, ScheduleState.Open schedule, Instant now) {
		return now.isAfter(cutoffOf(booked, schedule));
	}

	private static Instant cutoffOf(Booked booked, ScheduleState.Open schedule) {
		return booked.interval().start().minus(Duration.ofMinutes(schedule.policy().cancelCutoffMinutes()));
	}

	private static Decision notBefore(Instant from, Instant now, ScheduleEvent event) {
		return now.isBefore(from) ? new Refused(new Refusal.NotYet(from)) : happens(event);
	}

	private static Decision happens(ScheduleEvent event) {
		return new Accepted(List.of(event));
	}

}
