package clinic.daybook.query.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import clinic.daybook.api.departments.DepartmentName;
import clinic.daybook.web.Limits;
import clinic.daybook.web.NameCursor;
import clinic.daybook.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Doctors with their names. Those are in people alone, so lists are sorted and searched
 * by joining it: copies in the read model would be places that erasure has to find.
 */
@Component
public class DoctorQueries {

	private static final String LIST = "doctors";

	private static final String DOCTORS = """
			select d.doctor_id, a.full_name, d.specialty, s.time_zone
			from read.doctor d
			join read.schedule s using (doctor_id)
			join people.account a on a.id = d.user_id
			""";

	private final JdbcClient jdbc;

	private final DepartmentQueries departments;

	DoctorQueries(JdbcClient jdbc, DepartmentQueries departments) {
		this.jdbc = jdbc;
		this.departments = departments;
	}

	Optional<DoctorView> find(UUID doctorId) {
		return this.jdbc.sql(DOCTORS + "where d.doctor_id = :id")
			.param("id", doctorId)
			.query(DoctorQueries::row)
			.optional()
			.map((doctor) -> doctor.in(this.departments.of(List.of(doctorId))));
	}

	/** A page of the doctors that match, by name and id. */
	Page<DoctorView> list(DoctorFilter filter, Limits limits) {
		NameCursor after = NameCursor.of(LIST, limits);
		Map<String, Object> params = new HashMap<>();
		String conditions = filter.conditions(params);
		params.put("afterName", after.name());
		params.put("afterId", after.id());
		params.put("rows", limits.limit() + 1);
		List<DoctorRow> rows = this.jdbc
			.sql(DOCTORS + "where s.active and (a.full_name, d.doctor_id) > (:afterName, :afterId)" + conditions
					+ " order by a.full_name, d.doctor_id limit :rows")
			.params(params)
			.query(DoctorQueries::row)
			.list();
		Page<DoctorRow> page = Page.of(rows, limits,
				(last) -> NameCursor.encode(LIST, last.fullName(), last.doctorId()));
		Map<UUID, List<DepartmentName>> departmentsOf = this.departments
			.of(page.items().stream().map(DoctorRow::doctorId).toList());
		return new Page<>(page.items().stream().map((doctor) -> doctor.in(departmentsOf)).toList(), page.next());
	}

	/** The names of all who match, by their ids. */
	public Map<UUID, String> namesOf(DoctorFilter filter) {
		Map<String, Object> params = new HashMap<>();
		String conditions = filter.conditions(params);
		return this.jdbc.sql(DOCTORS + "where s.active" + conditions)
			.params(params)
			.query(DoctorQueries::row)
			.list()
			.stream()
			.collect(Collectors.toMap(DoctorRow::doctorId, DoctorRow::fullName));
	}

	private static DoctorRow row(ResultSet row, int number) throws SQLException {
		return new DoctorRow(row.getObject("doctor_id", UUID.class), row.getString("full_name"),
				row.getString("specialty"), ZoneId.of(row.getString("time_zone")));
	}

	private record DoctorRow(UUID doctorId, String fullName, String specialty, ZoneId timeZone) {

		DoctorView in(Map<UUID, List<DepartmentName>> departmentsOf) {
			return new DoctorView(this.doctorId, this.fullName, this.specialty, this.timeZone,
					departmentsOf.getOrDefault(this.doctorId, List.of()));
		}

	}

}
