package clinic.daybook.api.scheduling;

import java.time.Instant;
import java.util.UUID;

/**
 * An hour that somebody would like to have with a doctor, whatever the command.
 *
 * @param by on whose side they ask: the clinic is free of notice, horizon and daily limit
 */
public record Asked(UUID memberId, Instant start, Booker by) {

}
