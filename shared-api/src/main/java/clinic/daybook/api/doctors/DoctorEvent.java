package clinic.daybook.api.doctors;

import java.util.UUID;

import clinic.daybook.api.DaybookEvent;

/** What happens to a doctor's place in the catalogue. */
public sealed interface DoctorEvent extends DaybookEvent {

	UUID doctorId();

	record DoctorOnboarded(UUID doctorId, UUID userId, String specialty) implements DoctorEvent {
	}

	record DoctorSpecialtyChanged(UUID doctorId, String specialty) implements DoctorEvent {
	}

}
