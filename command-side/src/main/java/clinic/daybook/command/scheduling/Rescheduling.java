package clinic.daybook.command.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.RescheduleAppointment;
import clinic.daybook.api.scheduling.ScheduleEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Brings two schedules together, for what is decided by both or not at all. */
@Component
class Rescheduling {

	private final Repository<DoctorSchedule> schedules;

	Rescheduling(Repository<DoctorSchedule> schedules) {
		this.schedules = schedules;
	}

	@CommandHandler
	MoveOutcome handle(MoveAppointment move, Clock clock) {
		RescheduleAppointment command = move.command();
		return move(command, load(ScheduleStream.of(command.doctorId()), ScheduleStream.of(command.toDoctorId())),
				clock.instant());
	}

	/**
	 * In one order for everybody, so that two who move towards each other don't wait for
	 * each other.
	 */
	private Pair load(String from, String to) {
		if (from.compareTo(to) > 0) {
			Aggregate<DoctorSchedule> second = this.schedules.load(to);
			return new Pair(this.schedules.load(from), second);
		}
		Aggregate<DoctorSchedule> first = this.schedules.load(from);
		return new Pair(first, from.equals(to) ? first : this.schedules.load(to));
	}

	private static MoveOutcome move(RescheduleAppointment command, Pair pair, Instant now) {
		List<MoveOutcome.Known> known = List.of(new MoveOutcome.Known(command.doctorId(), pair.from().version()),
				new MoveOutcome.Known(command.toDoctorId(), pair.to().version()));
		ScheduleState from = pair.from().invoke(DoctorSchedule::state);
		ScheduleState to = pair.to().invoke(DoctorSchedule::state);
		return switch (AppointmentDecider.move(command, from, to, now)) {
			case AppointmentDecider.Move.Refused(UUID by, Refusal refusal) -> new MoveOutcome.Refused(by,
					new Outcome.Refused(by.equals(command.doctorId()) ? from : to, -1, refusal), known);
			case AppointmentDecider.Move.Accepted(List<ScheduleEvent> away, List<ScheduleEvent> there) -> {
				pair.from().execute((schedule) -> away.forEach(schedule::record));
				pair.to().execute((schedule) -> there.forEach(schedule::record));
				yield new MoveOutcome.Done(pair.to().invoke(DoctorSchedule::open), !there.isEmpty(), known);
			}
		};
	}

	private record Pair(Aggregate<DoctorSchedule> from, Aggregate<DoctorSchedule> to) {
	}

}
