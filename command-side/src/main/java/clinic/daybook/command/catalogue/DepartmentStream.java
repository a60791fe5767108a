package clinic.daybook.command.catalogue;

import java.util.UUID;

import clinic.daybook.api.departments.DepartmentCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/** Ids of departments' streams carry their kind, so that two kinds never share one. */
@Component("departmentStream")
final class DepartmentStream implements CommandTargetResolver {

	static String of(UUID departmentId) {
		return "department-" + departmentId;
	}

	@Override
	public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
		UUID departmentId = switch (command.getPayload()) {
			case DepartmentCommand asked -> asked.departmentId();
			case FindDoctors question -> question.departmentId();
			default -> throw new IllegalArgumentException("Not for a department: " + command.getPayloadType());
		};
		return new VersionedAggregateIdentifier((Object) of(departmentId), null);
	}

}
