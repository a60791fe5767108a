package clinic.daybook.command.scheduling;

import java.util.UUID;

/** Asks a schedule what it knows. */
record ReadSchedule(UUID doctorId) {

}
