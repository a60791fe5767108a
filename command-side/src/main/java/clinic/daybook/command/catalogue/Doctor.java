package clinic.daybook.command.catalogue;

import java.util.UUID;

import clinic.daybook.api.doctors.DoctorEvent;
import clinic.daybook.api.doctors.DoctorEvent.DoctorOnboarded;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A doctor's place in the catalogue. */
@Aggregate(type = "Doctor")
public class Doctor {

	@AggregateIdentifier
	@SuppressWarnings("UnusedVariable") // Axon reads it
	private @Nullable String stream;

	/** For Axon, which replays the history into it. */
	protected Doctor() {
	}

	Doctor(UUID doctorId, UUID userId, String specialty) {
		AggregateLifecycle.apply(new DoctorOnboarded(doctorId, userId, specialty));
	}

	static String streamOf(UUID doctorId) {
		return "doctor-" + doctorId;
	}

	@EventSourcingHandler
	void on(DoctorEvent event) {
		this.stream = streamOf(event.doctorId());
	}

}
