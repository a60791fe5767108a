package clinic.daybook.api.doctors;

import java.util.UUID;

/** Says what a doctor does from now on. */
public record ChangeSpecialty(UUID doctorId, String specialty) {

}
