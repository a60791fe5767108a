package clinic.daybook.command.catalogue;

import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.departments.DepartmentCommand.AssignDoctor;
import clinic.daybook.api.departments.DepartmentName;
import clinic.daybook.api.departments.DepartmentRefusal;
import clinic.daybook.api.doctors.OnboardDoctor;
import clinic.daybook.command.scheduling.DoctorSchedule;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * A doctor and their schedule come into being together, and in a department if one is
 * named: up to three streams, one append.
 */
@Component
class Onboarding {

	private final Repository<Doctor> doctors;

	private final Repository<DoctorSchedule> schedules;

	private final Repository<Department> departments;

	Onboarding(Repository<Doctor> doctors, Repository<DoctorSchedule> schedules, Repository<Department> departments) {
		this.doctors = doctors;
		this.schedules = schedules;
		this.departments = departments;
	}

	/** The department, if the doctor is in one now. */
	@CommandHandler
	Optional<DepartmentName> handle(OnboardDoctor command) throws Exception {
		this.doctors.newInstance(() -> new Doctor(command.doctorId(), command.userId(), command.specialty()));
		this.schedules.newInstance(() -> new DoctorSchedule(command.doctorId(), command.timeZone()));
		return Optional.ofNullable(command.departmentId()).map((id) -> assign(command.doctorId(), id));
	}

	/** The department, if the doctor is in it. */
	@CommandHandler
	Optional<DepartmentName> handle(FindDepartment question) {
		return this.departments.load(DepartmentStream.of(question.departmentId()))
			.invoke((department) -> department.nameIfItHas(question.doctorId()))
			.map((name) -> new DepartmentName(question.departmentId(), name));
	}

	private DepartmentName assign(UUID doctorId, UUID departmentId) {
		DepartmentOutcome outcome = this.departments.load(DepartmentStream.of(departmentId))
			.invoke((department) -> department.handle(new AssignDoctor(departmentId, doctorId)));
		return switch (outcome) {
			case DepartmentOutcome.Done done -> new DepartmentName(departmentId, done.department().name());
			case DepartmentOutcome.Gone gone -> throw DepartmentProblems.problem(DepartmentRefusal.NO_SUCH_DEPARTMENT);
			case DepartmentOutcome.Refused refused -> throw DepartmentProblems.problem(refused.refusal());
		};
	}

}
