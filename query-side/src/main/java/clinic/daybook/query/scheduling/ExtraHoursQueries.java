package clinic.daybook.query.scheduling;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import clinic.daybook.web.Cursor;
import clinic.daybook.web.Limits;
import clinic.daybook.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The extra hours of a doctor. */
@Component
class ExtraHoursQueries {

	private static final String LIST = "extra-hours";

	private final JdbcClient jdbc;

	private final ExtraHoursProjection extraHours;

	ExtraHoursQueries(JdbcClient jdbc, ExtraHoursProjection extraHours) {
		this.jdbc = jdbc;
		this.extraHours = extraHours;
	}

	/** A page of those of some dates, by date and id. */
	Page<ExtraHoursRow> list(UUID doctorId, AskedDates dates, Limits limits) {
		Place after = Place.after(limits);
		List<ExtraHoursRow> rows = this.jdbc.sql("""
				select * from read.extra_hours
				where doctor_id = :doctor and not withdrawn and on_date between :first and :last
				  and (on_date, extra_hours_id) > (:afterDate, :afterId)
				order by on_date, extra_hours_id
				limit :rows
				""")
			.param("doctor", doctorId)
			.param("first", dates.first())
			.param("last", dates.last())
			.param("afterDate", after.date())
			.param("afterId", after.extraHoursId())
			.param("rows", limits.limit() + 1)
			.query(this.extraHours::row)
			.list();
		return Page.of(rows, limits,
				(last) -> Cursor.encode(LIST, last.onDate().toString(), last.extraHoursId().toString()));
	}

	/** Refuses a cursor that is none of this list. */
	static void check(Limits limits) {
		Place.after(limits);
	}

	private record Place(LocalDate date, UUID extraHoursId) {

		// PostgreSQL takes the JDK's least date for minus infinity.
		private static final Place BEFORE_ALL = new Place(LocalDate.MIN, new UUID(0, 0));

		static Place after(Limits limits) {
			String after = limits.after();
			if (after == null) {
				return BEFORE_ALL;
			}
			List<String> key = Cursor.decode(LIST, after, 2);
			return new Place(Cursor.date(key.get(0)), Cursor.uuid(key.get(1)));
		}

	}

}
