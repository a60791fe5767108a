package clinic.daybook.api.doctors;

import java.time.ZoneId;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Takes a doctor with an account into the catalogue and opens an empty schedule.
 *
 * @param departmentId to which the doctor belongs from the start
 */
public record OnboardDoctor(UUID doctorId, UUID userId, String specialty, ZoneId timeZone,
		@Nullable UUID departmentId) {

}
