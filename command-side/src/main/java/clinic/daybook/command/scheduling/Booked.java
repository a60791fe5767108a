package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.UUID;

import clinic.daybook.api.scheduling.Interval;
import org.jspecify.annotations.Nullable;

/** An appointment that holds its hour. */
record Booked(UUID appointmentId, int version, UUID memberId, Interval interval, boolean walkIn,
		@Nullable String reason, Instant bookedAt) {

}
