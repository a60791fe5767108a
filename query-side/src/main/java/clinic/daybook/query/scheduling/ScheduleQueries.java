package clinic.daybook.query.scheduling;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.springframework.stereotype.Component;

/** Schedules as they are now. */
@Component
class ScheduleQueries {

	private final ScheduleProjection schedules;

	ScheduleQueries(ScheduleProjection schedules) {
		this.schedules = schedules;
	}

	/** Refuses with 404 where there is no such doctor. */
	ScheduleRow get(UUID doctorId) {
		return Optional.ofNullable(this.schedules.load(Set.of(doctorId)).get(doctorId))
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such doctor."));
	}

	Map<UUID, ScheduleRow> of(Collection<UUID> doctorIds) {
		return doctorIds.isEmpty() ? Map.of() : this.schedules.load(Set.copyOf(doctorIds));
	}

}
