package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.List;

import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.AffirmAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.AppointmentCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.BookWalkIn;
import clinic.daybook.api.scheduling.ScheduleCommand.ConfirmHold;
import clinic.daybook.api.scheduling.ScheduleCommand.DeactivateDoctor;
import clinic.daybook.api.scheduling.ScheduleCommand.HoldSlot;
import clinic.daybook.api.scheduling.ScheduleCommand.OpenExtraHours;
import clinic.daybook.api.scheduling.ScheduleCommand.ReactivateDoctor;
import clinic.daybook.api.scheduling.ScheduleCommand.ReleaseHold;
import clinic.daybook.api.scheduling.ScheduleCommand.SetSchedulingPolicy;
import clinic.daybook.api.scheduling.ScheduleCommand.SetWorkingHours;
import clinic.daybook.api.scheduling.ScheduleCommand.TakeDaysOff;
import clinic.daybook.api.scheduling.ScheduleCommand.TakeTimeOff;
import clinic.daybook.api.scheduling.ScheduleCommand.WithdrawExtraHours;
import clinic.daybook.api.scheduling.ScheduleCommand.WithdrawTimeOff;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorReactivated;
import clinic.daybook.command.scheduling.Decision.Accepted;
import clinic.daybook.command.scheduling.Decision.Refused;

/**
 * The rules of a schedule: which of them are about a command. Pure: what it answers
 * depends on its arguments alone.
 */
final class ScheduleDecider {

	private ScheduleDecider() {
	}

	static Decision decide(ScheduleCommand command, ScheduleState state, Instant now) {
		return switch (state) {
			case ScheduleState.NotOpened() -> new Refused(new Refusal.NoSuchSchedule(command.doctorId()));
			case ScheduleState.Open open -> decide(command, open, now);
		};
	}

	private static Decision decide(ScheduleCommand command, ScheduleState.Open schedule, Instant now) {
		return switch (command) {
			case SetWorkingHours set -> HoursDecider.setWorkingHours(set, schedule, now);
			case SetSchedulingPolicy set -> HoursDecider.setPolicy(set, schedule);
			case TakeTimeOff take -> HoursDecider.takeTimeOff(take, schedule, now);
			case TakeDaysOff take -> HoursDecider.takeDaysOff(take, schedule, now);
			case WithdrawTimeOff withdraw -> HoursDecider.withdrawTimeOff(withdraw, schedule);
			case OpenExtraHours open -> HoursDecider.openExtraHours(open, schedule, now);
			case WithdrawExtraHours withdraw -> HoursDecider.withdrawExtraHours(withdraw, schedule, now);
			case DeactivateDoctor deactivate -> HoursDecider.deactivate(deactivate, schedule, now);
			case ReactivateDoctor reactivate ->
				new Accepted(schedule.active() ? List.of() : List.of(new DoctorReactivated(reactivate.doctorId())));
			case BookAppointment book -> BookingDecider.book(book, schedule, now);
			case BookWalkIn walkIn -> BookingDecider.walkIn(walkIn, schedule, now);
			case HoldSlot hold -> BookingDecider.hold(hold, schedule, now);
			case ReleaseHold release -> BookingDecider.release(release, schedule, now);
			case ConfirmHold confirm -> BookingDecider.confirm(confirm, schedule, now);
			case AffirmAppointment affirm -> BookingDecider.affirm(affirm, schedule);
			case AppointmentCommand change -> AppointmentDecider.decide(change, schedule, now);
		};
	}

}
