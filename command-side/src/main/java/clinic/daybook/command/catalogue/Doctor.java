package clinic.daybook.command.catalogue;

import java.util.UUID;

import clinic.daybook.api.doctors.ChangeSpecialty;
import clinic.daybook.api.doctors.DoctorEvent;
import clinic.daybook.api.doctors.DoctorEvent.DoctorOnboarded;
import clinic.daybook.api.doctors.DoctorEvent.DoctorSpecialtyChanged;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A doctor's place in the catalogue. */
@Aggregate(type = "Doctor", commandTargetResolver = "doctorStream")
public class Doctor {

	@AggregateIdentifier
	@SuppressWarnings("UnusedVariable") // Axon reads it
	private @Nullable String stream;

	private @Nullable String specialty;

	/** For Axon, which replays the history into it. */
	protected Doctor() {
	}

	Doctor(UUID doctorId, UUID userId, String specialty) {
		AggregateLifecycle.apply(new DoctorOnboarded(doctorId, userId, specialty));
	}

	@CommandHandler
	void handle(ChangeSpecialty command) {
		if (!command.specialty().equals(this.specialty)) {
			AggregateLifecycle.apply(new DoctorSpecialtyChanged(command.doctorId(), command.specialty()));
		}
	}

	static String streamOf(UUID doctorId) {
		return "doctor-" + doctorId;
	}

	@EventSourcingHandler
	void on(DoctorEvent event) {
		this.stream = streamOf(event.doctorId());
		this.specialty = switch (event) {
			case DoctorOnboarded onboarded -> onboarded.specialty();
			case DoctorSpecialtyChanged changed -> changed.specialty();
		};
	}

}
