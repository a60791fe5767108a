package clinic.daybook.api.scheduling;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Moves an appointment to another hour of the same doctor, or of another. It may concern
 * two schedules, so it is a command to neither alone.
 *
 * @param doctorId with whom it is
 * @param toDoctorId with whom it is to be
 * @param expectedVersion the version the caller saw; null where any will do
 */
public record RescheduleAppointment(UUID doctorId, UUID appointmentId, UUID toDoctorId, Instant start, Booker by,
		@Nullable Integer expectedVersion) {

}
