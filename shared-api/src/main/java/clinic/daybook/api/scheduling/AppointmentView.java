package clinic.daybook.api.scheduling;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An appointment as people see it. Times are in the schedule's zone; the reason is null
 * for whoever may not read it.
 */
public record AppointmentView(UUID appointmentId, UUID doctorId, String doctorName, UUID memberId, String memberName,
		OffsetDateTime start, OffsetDateTime end, ZoneId timeZone, AppointmentStatus status, boolean outsideHours,
		boolean walkIn, @Nullable String reason, @Nullable Cancellation cancellation, OffsetDateTime bookedAt,
		int version) {

	public record Cancellation(OffsetDateTime at, Booker by, @Nullable String reason) {
	}

	/** An instant as a clock in the zone shows it, with its offset. */
	public static OffsetDateTime in(ZoneId zone, Instant instant) {
		return instant.atZone(zone).toOffsetDateTime();
	}

}
