package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Asked;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.RescheduleAppointment;
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
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMovedAway;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentRescheduled;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an appointment that is there: what can be done with it, and when. Pure:
 * what it answers depends on its arguments alone.
 */
final class AppointmentDecider {

	private AppointmentDecider() {
	}

	static Decision decide(AppointmentCommand command, ScheduleState.Open schedule, Instant now) {
		return switch (standingOf(attempt(command), schedule, now)) {
			case Standing.Unfit(Refusal refusal) -> new Decision.Refused(refusal);
			case Standing.Fit(Booked booked) -> decide(command, booked, schedule, now);
		};
	}

	/**
	 * A move to another hour: what it means for the schedule it leaves and for the one it
	 * goes to, which may be the same. Its own old hour and day don't count against it.
	 */
	static Move move(RescheduleAppointment command, ScheduleState from, ScheduleState to, Instant now) {
		if (!(from instanceof ScheduleState.Open left)) {
			return new Move.Refused(command.doctorId(), new Refusal.NoSuchSchedule(command.doctorId()));
		}
		if (!(to instanceof ScheduleState.Open entered)) {
			return new Move.Refused(command.toDoctorId(), new Refusal.NoSuchSchedule(command.toDoctorId()));
		}
		return switch (standingOf(attempt(command), left, now)) {
			case Standing.Unfit(Refusal refusal) -> new Move.Refused(command.doctorId(), refusal);
			case Standing.Fit(Booked booked) -> move(command, booked, entered, now);
		};
	}

	private static Move move(RescheduleAppointment command, Booked booked, ScheduleState.Open to, Instant now) {
		boolean staysWithTheDoctor = command.doctorId().equals(command.toDoctorId());
		if (staysWithTheDoctor && command.start().equals(booked.interval().start())) {
			return new Move.Accepted(List.of(), List.of());
		}
		Asked asked = new Asked(booked.memberId(), command.start(), command.by());
		return switch (SlotDecider.slot(asked, to.without(booked.appointmentId()), now)) {
			case SlotDecider.Answer.No(Refusal refusal) -> new Move.Refused(command.toDoctorId(), refusal);
			case SlotDecider.Answer.Yes(Interval slot) -> new Move.Accepted(
					staysWithTheDoctor ? List.of()
							: List.of(new AppointmentMovedAway(command.doctorId(), booked.appointmentId(),
									booked.version() + 1, booked.memberId(), command.toDoctorId())),
					Stream.concat(BookingDecider.usingUp(slot, booked.memberId(), command.toDoctorId(), to, now),
							Stream.of(rescheduled(command, booked, slot)))
						.toList());
		};
	}

	private static Standing standingOf(Attempt attempt, ScheduleState.Open schedule, Instant now) {
		Optional<Integer> version = schedule.versionOf(attempt.appointmentId());
		if (attempt.meansAnotherThan(version)) {
			return new Standing.Unfit(new Refusal.ChangedMeanwhile(attempt.appointmentId(), version.orElseThrow()));
		}
		return schedule.bookings()
			.find(attempt.appointmentId())
			.filter((booked) -> booked.status() == attempt.needed())
			.map((booked) -> standingOf(attempt, booked, schedule, now))
			.orElseGet(() -> new Standing.Unfit(new Refusal.WrongState(attempt.appointmentId())));
	}

	private static Standing standingOf(Attempt attempt, Booked booked, ScheduleState.Open schedule, Instant now) {
		Instant cutoff = booked.interval().start().minus(Duration.ofMinutes(schedule.policy().cancelCutoffMinutes()));
		return attempt.isBoundByTheCutoff() && now.isAfter(cutoff) ? new Standing.Unfit(new Refusal.TooLate(cutoff))
				: new Standing.Fit(booked);
	}

	private static Attempt attempt(AppointmentCommand command) {
		return switch (command) {
			case CancelAppointment cancel -> new Attempt(cancel.appointmentId(), cancel.expectedVersion(),
					AppointmentStatus.BOOKED, cancel.by() == Booker.MEMBER);
			case CheckInAppointment checkIn ->
				new Attempt(checkIn.appointmentId(), checkIn.expectedVersion(), AppointmentStatus.BOOKED, false);
			case CompleteAppointment complete ->
				new Attempt(complete.appointmentId(), complete.expectedVersion(), AppointmentStatus.CHECKED_IN, false);
			case MarkNoShow noShow ->
				new Attempt(noShow.appointmentId(), noShow.expectedVersion(), AppointmentStatus.BOOKED, false);
		};
	}

	private static Attempt attempt(RescheduleAppointment command) {
		return new Attempt(command.appointmentId(), command.expectedVersion(), AppointmentStatus.BOOKED,
				command.by() == Booker.MEMBER);
	}

	private static Decision decide(AppointmentCommand command, Booked booked, ScheduleState.Open schedule,
			Instant now) {
		Instant start = booked.interval().start();
		int next = booked.version() + 1;
		return switch (command) {
			case CancelAppointment cancel -> happens(new AppointmentCancelled(cancel.doctorId(), booked.appointmentId(),
					next, booked.memberId(), cancel.by(), cancel.reason()));
			case CheckInAppointment checkIn -> notBefore(schedule.localDayOf(start).start(), now,
					new AppointmentCheckedIn(checkIn.doctorId(), booked.appointmentId(), next, booked.memberId()));
			case CompleteAppointment complete ->
				happens(new AppointmentCompleted(complete.doctorId(), booked.appointmentId(), next, booked.memberId()));
			case MarkNoShow noShow -> notBefore(start, now,
					new AppointmentMissed(noShow.doctorId(), booked.appointmentId(), next, booked.memberId()));
		};
	}

	private static AppointmentRescheduled rescheduled(RescheduleAppointment command, Booked booked, Interval slot) {
		return new AppointmentRescheduled(command.toDoctorId(), booked.appointmentId(), booked.version() + 1,
				booked.memberId(), command.doctorId(), booked.interval().start(), slot.start(), slot.end(),
				booked.walkIn(), booked.reason(), booked.bookedAt());
	}

	private static Decision notBefore(Instant from, Instant now, ScheduleEvent event) {
		return now.isBefore(from) ? new Decision.Refused(new Refusal.NotYet(from)) : happens(event);
	}

	private static Decision happens(ScheduleEvent event) {
		return new Decision.Accepted(List.of(event));
	}

	/**
	 * What is to be tried with which appointment.
	 *
	 * @param expected the version that is meant; null for any
	 * @param needed the status in which it can be tried
	 * @param isBoundByTheCutoff as members are
	 */
	private record Attempt(UUID appointmentId, @Nullable Integer expected, AppointmentStatus needed,
			boolean isBoundByTheCutoff) {

		boolean meansAnotherThan(Optional<Integer> version) {
			return this.expected != null && version.isPresent() && !version.get().equals(this.expected);
		}

	}

	/** Whether an appointment is one with which it can be tried. */
	private sealed interface Standing {

		record Fit(Booked booked) implements Standing {
		}

		record Unfit(Refusal refusal) implements Standing {
		}

	}

	/** What the rules make of a move between two schedules. */
	sealed interface Move {

		/**
		 * It happens; nothing on either side where it was so already.
		 *
		 * @param away what the schedule records that it leaves, if it goes to another
		 * @param there what the one records that it goes to
		 */
		record Accepted(List<ScheduleEvent> away, List<ScheduleEvent> there) implements Move {
		}

		/**
		 * It can't be.
		 *
		 * @param by whose schedule said no
		 */
		record Refused(UUID by, Refusal refusal) implements Move {
		}

	}

}
