package clinic.daybook.command.scheduling;

import java.util.UUID;

/** One doctor's refusal among those of several. */
record RefusedBy(UUID doctorId, Outcome.Refused outcome) {

}
