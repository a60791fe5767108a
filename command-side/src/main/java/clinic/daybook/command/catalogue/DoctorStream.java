package clinic.daybook.command.catalogue;

import clinic.daybook.api.doctors.ChangeSpecialty;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/** Ids of doctors' streams carry their kind, so that two kinds never share one. */
@Component("doctorStream")
final class DoctorStream implements CommandTargetResolver {

	@Override
	public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
		if (command.getPayload() instanceof ChangeSpecialty asked) {
			return new VersionedAggregateIdentifier((Object) Doctor.streamOf(asked.doctorId()), null);
		}
		throw new IllegalArgumentException("Not for a doctor: " + command.getPayloadType());
	}

}
