package clinic.daybook.query.scheduling;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Taken;
import clinic.daybook.web.Cursor;
import clinic.daybook.web.Limits;
import clinic.daybook.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appointments, one, many, or just the hours they take. */
@Component
class AppointmentQueries {

	private static final String LIST = "appointments";

	private final JdbcClient jdbc;

	AppointmentQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<AppointmentRow> find(UUID appointmentId) {
		return this.jdbc.sql("""
				select * from read.appointment where appointment_id = :id
				""").param("id", appointmentId).query(AppointmentProjection::row).optional();
	}

	/** What appointments take of an interval, read when it is asked for. */
	TakenHours taken(Collection<UUID> doctorIds, Interval whole) {
		return new TakenHours(whole, (interval) -> read(doctorIds, interval));
	}

	// No appointment is longer than a day, which lets the index end the search.
	private Map<UUID, Taken> read(Collection<UUID> doctorIds, Interval interval) {
		return this.jdbc
			.sql("""
					select doctor_id, start_at, end_at from read.appointment
					where doctor_id = any(:doctors) and status not in ('CANCELLED', 'NO_SHOW')
					  and start_at < :until and end_at > :since and start_at > cast(:since as timestamptz) - interval '1 day'
					""")
			.param("doctors", doctorIds.toArray(new UUID[0]))
			.param("since", utc(interval.start()))
			.param("until", utc(interval.end()))
			.query((row, number) -> Map.entry(row.getObject("doctor_id", UUID.class),
					new Interval(row.getObject("start_at", OffsetDateTime.class).toInstant(),
							row.getObject("end_at", OffsetDateTime.class).toInstant())))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue,
					Collectors.collectingAndThen(Collectors.toList(), Taken::by))));
	}

	/** A page of the appointments that match, by start and id. */
	Page<AppointmentRow> list(AppointmentFilter filter, Limits limits) {
		List<String> conditions = new ArrayList<>();
		Map<String, Object> params = new HashMap<>();
		filter.addTo(conditions, params);
		String after = limits.after();
		if (after != null) {
			conditions.add(filter.descending() ? "(start_at, appointment_id) < (:afterStart, :afterId)"
					: "(start_at, appointment_id) > (:afterStart, :afterId)");
			addCursor(after, filter, params);
		}
		params.put("rows", limits.limit() + 1);
		String direction = direction(filter);
		List<AppointmentRow> rows = this.jdbc
			.sql("select * from read.appointment" + (conditions.isEmpty() ? "" : " where ")
					+ String.join(" and ", conditions) + " order by start_at " + direction + ", appointment_id "
					+ direction + " limit :rows")
			.params(params)
			.query(AppointmentProjection::row)
			.list();
		return Page.of(rows, limits,
				(last) -> Cursor.encode(LIST, last.startAt().toString(), last.appointmentId().toString(), direction));
	}

	private static void addCursor(String cursor, AppointmentFilter filter, Map<String, Object> params) {
		List<String> key = Cursor.decode(LIST, cursor, 3);
		if (!key.get(2).equals(direction(filter))) {
			throw Cursor.bad();
		}
		params.put("afterStart", utc(Cursor.instant(key.get(0))));
		params.put("afterId", Cursor.uuid(key.get(1)));
	}

	private static String direction(AppointmentFilter filter) {
		return filter.descending() ? "desc" : "asc";
	}

	static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
