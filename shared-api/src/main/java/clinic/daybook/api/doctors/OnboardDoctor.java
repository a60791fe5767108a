package clinic.daybook.api.doctors;

import java.time.ZoneId;
import java.util.UUID;

/** Takes a doctor with an account into the catalogue and opens an empty schedule. */
public record OnboardDoctor(UUID doctorId, UUID userId, String specialty, ZoneId timeZone) {

}
