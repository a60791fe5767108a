package clinic.daybook.command.scheduling;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.web.Actor;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.springframework.stereotype.Component;

/**
 * In which order a department's doctors are asked for an appointment: whoever is free and
 * has the fewest that day comes first. Whoever seems not to be free comes last and is
 * asked all the same: this is but an impression, and they may be free by then.
 */
@Component
class DepartmentBooking {

	private static final Comparator<Candidate> BEST_FIRST = Comparator
		.comparing((Candidate candidate) -> !candidate.prospect().possible())
		.thenComparingLong((candidate) -> candidate.prospect().appointmentsThatDay())
		.thenComparing(Candidate::doctorId);

	private final DoctorsOfDepartment doctors;

	private final Commands commands;

	DepartmentBooking(DoctorsOfDepartment doctors, Commands commands) {
		this.doctors = doctors;
		this.commands = commands;
	}

	/**
	 * The doctors to ask, one after the other.
	 * @throws ProblemException if there is no such department
	 */
	List<UUID> doctorsToAsk(UUID departmentId, Function<UUID, BookAppointment> booking, Actor actor) {
		Set<UUID> all = this.doctors.in(departmentId)
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such department."));
		return all.stream()
			.map((doctorId) -> new Candidate(doctorId, prospect(booking.apply(doctorId), actor)))
			.sorted(BEST_FIRST)
			.map(Candidate::doctorId)
			.toList();
	}

	private Prospect prospect(BookAppointment booking, Actor actor) {
		return this.commands.<Prospect>dispatch(new AssessBooking(booking), actor).answer();
	}

	private record Candidate(UUID doctorId, Prospect prospect) {
	}

}
