package clinic.daybook.command.catalogue;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.command.dispatch.Commands;
import clinic.daybook.command.scheduling.DoctorsOfDepartment;
import clinic.daybook.web.Actor;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

/** Asks the department itself who is in it. */
@Component
class DepartmentDoctors implements DoctorsOfDepartment {

	private final Commands commands;

	DepartmentDoctors(Commands commands) {
		this.commands = commands;
	}

	@Override
	public Optional<Set<UUID>> in(UUID departmentId) {
		try {
			return this.commands.<Optional<Set<UUID>>>dispatch(new FindDoctors(departmentId), Actor.SYSTEM).answer();
		}
		catch (AggregateNotFoundException ex) {
			return Optional.empty();
		}
	}

}
