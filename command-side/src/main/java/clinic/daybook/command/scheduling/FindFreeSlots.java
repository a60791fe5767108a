package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.UUID;

/**
 * Asks a schedule what a caller could have instead, when it was not the schedule that
 * refused.
 */
record FindFreeSlots(UUID doctorId, Instant from) {

}
