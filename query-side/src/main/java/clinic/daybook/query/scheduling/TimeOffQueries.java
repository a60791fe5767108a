package clinic.daybook.query.scheduling;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.web.Cursor;
import clinic.daybook.web.Limits;
import clinic.daybook.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The time off of a doctor. */
@Component
class TimeOffQueries {

	private static final String LIST = "time-off";

	private final JdbcClient jdbc;

	TimeOffQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A page of what overlaps an interval, by start and id. */
	Page<TimeOffRow> list(UUID doctorId, Interval interval, Limits limits) {
		Place after = Place.after(limits);
		List<TimeOffRow> rows = this.jdbc.sql("""
				select * from read.time_off
				where doctor_id = :doctor and not withdrawn and start_at < :until and end_at > :since
				  and (start_at, time_off_id) > (:afterStart, :afterId)
				order by start_at, time_off_id
				limit :rows
				""")
			.param("doctor", doctorId)
			.param("since", AppointmentQueries.utc(interval.start()))
			.param("until", AppointmentQueries.utc(interval.end()))
			.param("afterStart", after.start())
			.param("afterId", after.timeOffId())
			.param("rows", limits.limit() + 1)
			.query(TimeOffProjection::row)
			.list();
		return Page.of(rows, limits,
				(last) -> Cursor.encode(LIST, last.startAt().toString(), last.timeOffId().toString()));
	}

	/** Refuses a cursor that is none of this list. */
	static void check(Limits limits) {
		Place.after(limits);
	}

	private record Place(OffsetDateTime start, UUID timeOffId) {

		// PostgreSQL takes the JDK's least time for minus infinity.
		private static final Place BEFORE_ALL = new Place(OffsetDateTime.MIN, new UUID(0, 0));

		static Place after(Limits limits) {
			String after = limits.after();
			if (after == null) {
				return BEFORE_ALL;
			}
			List<String> key = Cursor.decode(LIST, after, 2);
			return new Place(AppointmentQueries.utc(Cursor.instant(key.get(0))), Cursor.uuid(key.get(1)));
		}

	}

}
