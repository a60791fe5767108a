package clinic.daybook.api.scheduling;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which the doctor is away, whatever the hours say.
 *
 * @param reason encrypted with the doctor's key
 */
public record TimeOff(UUID timeOffId, Interval interval, @Nullable String reason) {

}
