package clinic.daybook.query.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Taken;

/**
 * What appointments take of an interval, read as it is asked for and for all doctors at
 * once. A page of free slots mostly ends within days, so only those are read at first;
 * for whoever looks further, everything. However many doctors, that is two queries.
 */
final class TakenHours {

	private static final Duration AT_FIRST = Duration.ofDays(10);

	private static final Taken NOTHING = Taken.by(List.of());

	private final Function<Interval, Map<UUID, Taken>> appointments;

	private final Interval whole;

	private Map<UUID, Taken> known = Map.of();

	private Instant knownUntil = Instant.MIN;

	TakenHours(Interval whole, Function<Interval, Map<UUID, Taken>> appointments) {
		this.whole = whole;
		this.appointments = appointments;
	}

	Taken of(UUID doctorId) {
		return (asked) -> knownUpTo(asked.end()).getOrDefault(doctorId, NOTHING).overlaps(asked);
	}

	private Map<UUID, Taken> knownUpTo(Instant end) {
		if (end.isAfter(this.knownUntil)) {
			Interval soon = Interval.of(this.whole.start(), AT_FIRST);
			Interval more = end.isAfter(soon.end()) ? this.whole : soon;
			this.known = this.appointments.apply(more);
			this.knownUntil = more.end();
		}
		return this.known;
	}

}
