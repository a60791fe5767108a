package clinic.daybook.command.scheduling;

import java.util.UUID;

import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.DeactivateDoctor;
import clinic.daybook.api.scheduling.ScheduleCommand.ReactivateDoctor;
import clinic.daybook.web.Actor;
import org.axonframework.common.caching.Cache;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Whether a doctor takes appointments, for those who change more than that at once. */
@Component
public class DoctorActivity {

	private final ScheduleCommands schedules;

	private final Cache cached;

	DoctorActivity(ScheduleCommands schedules, @Qualifier("scheduleCache") Cache cached) {
		this.schedules = schedules;
		this.cached = cached;
	}

	/**
	 * A step of whatever unit of work there is.
	 * @throws ProblemException if there is no such doctor, or appointments stand in the
	 * way
	 */
	public void set(UUID doctorId, boolean active, OnConflict onConflict, Actor actor) {
		ScheduleCommand command = active ? new ReactivateDoctor(doctorId) : new DeactivateDoctor(doctorId, onConflict);
		if (this.schedules.sendWithin(command, actor) instanceof Outcome.Refused refused) {
			throw RefusalProblems.problem(doctorId, refused);
		}
	}

	/** Drops the copy in memory, which may know of what was never committed. */
	public void forget(UUID doctorId) {
		this.cached.remove(ScheduleStream.of(doctorId));
	}

}
