package clinic.daybook.api.scheduling;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Time off as people see it, in the schedule's zone; the reason is null for whoever may
 * not read it.
 */
public record TimeOffView(UUID timeOffId, OffsetDateTime start, OffsetDateTime end, @Nullable String reason) {

}
