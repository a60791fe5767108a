package clinic.daybook.command.scheduling;

import java.util.UUID;

import clinic.daybook.api.scheduling.ScheduleCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/** Ids of schedules' streams carry their kind, so that two kinds never share one. */
@Component("scheduleStream")
final class ScheduleStream implements CommandTargetResolver {

	static String of(UUID doctorId) {
		return "schedule-" + doctorId;
	}

	@Override
	public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
		UUID doctorId = switch (command.getPayload()) {
			case ScheduleCommand asked -> asked.doctorId();
			case FindFreeSlots question -> question.doctorId();
			case ReadSchedule question -> question.doctorId();
			case AssessBooking question -> question.doctorId();
			default -> throw new IllegalArgumentException("Not for a schedule: " + command.getPayloadType());
		};
		return new VersionedAggregateIdentifier((Object) of(doctorId), null);
	}

}
