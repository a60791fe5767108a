package clinic.daybook.query.scheduling;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** Schedules as they are now. */
@Component
class ScheduleQueries {

	private final ScheduleProjection schedules;

	ScheduleQueries(ScheduleProjection schedules) {
		this.schedules = schedules;
	}

	Optional<ScheduleRow> find(UUID doctorId) {
		return Optional.ofNullable(this.schedules.load(Set.of(doctorId)).get(doctorId));
	}

	Map<UUID, ScheduleRow> of(Collection<UUID> doctorIds) {
		return doctorIds.isEmpty() ? Map.of() : this.schedules.load(Set.copyOf(doctorIds));
	}

}
