package clinic.daybook.command.catalogue;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.api.departments.DepartmentCommand;
import clinic.daybook.api.departments.DepartmentCommand.AssignDoctor;
import clinic.daybook.api.departments.DepartmentCommand.CloseDepartment;
import clinic.daybook.api.departments.DepartmentCommand.OpenDepartment;
import clinic.daybook.api.departments.DepartmentCommand.RenameDepartment;
import clinic.daybook.api.departments.DepartmentCommand.UnassignDoctor;
import clinic.daybook.api.departments.DepartmentEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Axon's side of a department: finds it, asks the rules, records what they say. It is
 * read from the book for every command, never from a copy, so that a refusal is as well
 * founded as an acceptance.
 */
@Aggregate(type = "Department", commandTargetResolver = "departmentStream")
public class Department {

	@AggregateIdentifier
	@SuppressWarnings("UnusedVariable") // Axon reads it
	private @Nullable String stream;

	private DepartmentState state = new DepartmentState.NotOpened();

	/** For Axon, which replays the history into it. */
	protected Department() {
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	DepartmentOutcome handle(OpenDepartment command) {
		return answer(command);
	}

	@CommandHandler
	DepartmentOutcome handle(RenameDepartment command) {
		return answer(command);
	}

	@CommandHandler
	DepartmentOutcome handle(AssignDoctor command) {
		return answer(command);
	}

	@CommandHandler
	DepartmentOutcome handle(UnassignDoctor command) {
		return answer(command);
	}

	@CommandHandler
	DepartmentOutcome handle(CloseDepartment command) {
		return answer(command);
	}

	@CommandHandler
	Optional<Set<UUID>> handle(FindDoctors question) {
		return (this.state instanceof DepartmentState.Open open) ? Optional.of(open.doctors()) : Optional.empty();
	}

	Optional<String> nameIfItHas(UUID doctorId) {
		return (this.state instanceof DepartmentState.Open open && open.doctors().contains(doctorId))
				? Optional.of(open.name()) : Optional.empty();
	}

	private DepartmentOutcome answer(DepartmentCommand command) {
		return switch (DepartmentDecider.decide(command, this.state)) {
			case DepartmentDecision.Refused refused -> new DepartmentOutcome.Refused(refused.refusal());
			case DepartmentDecision.Accepted accepted -> {
				accepted.events().forEach(AggregateLifecycle::apply);
				yield (this.state instanceof DepartmentState.Open open) ? new DepartmentOutcome.Done(open)
						: new DepartmentOutcome.Gone();
			}
		};
	}

	@EventSourcingHandler
	void on(DepartmentEvent event) {
		this.stream = DepartmentStream.of(event.departmentId());
		this.state = this.state.evolve(event);
	}

}
