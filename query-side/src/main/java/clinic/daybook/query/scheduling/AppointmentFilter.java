package clinic.daybook.query.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentStatus;

/**
 * Which appointments a list is of.
 *
 * @param from the earliest start
 * @param to before which they start
 */
record AppointmentFilter(Optional<UUID> doctorId, Optional<UUID> memberId, Optional<AppointmentStatus> status,
		Optional<Instant> from, Optional<Instant> to, boolean descending) {

	void addTo(List<String> conditions, Map<String, Object> params) {
		this.doctorId.ifPresent((id) -> {
			conditions.add("doctor_id = :doctor");
			params.put("doctor", id);
		});
		this.memberId.ifPresent((id) -> {
			conditions.add("member_id = :member");
			params.put("member", id);
		});
		this.status.ifPresent((asked) -> {
			conditions.add("status = :status");
			params.put("status", asked.name());
		});
		this.from.ifPresent((instant) -> {
			conditions.add("start_at >= :from");
			params.put("from", AppointmentQueries.utc(instant));
		});
		this.to.ifPresent((instant) -> {
			conditions.add("start_at < :to");
			params.put("to", AppointmentQueries.utc(instant));
		});
	}

}
