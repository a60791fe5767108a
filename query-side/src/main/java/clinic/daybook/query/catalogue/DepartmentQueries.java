package clinic.daybook.query.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import clinic.daybook.api.departments.DepartmentName;
import clinic.daybook.api.departments.DepartmentView;
import clinic.daybook.web.Limits;
import clinic.daybook.web.NameCursor;
import clinic.daybook.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Departments, one, many, or those of some doctors. */
@Component
class DepartmentQueries {

	private static final String LIST = "departments";

	private final JdbcClient jdbc;

	DepartmentQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<DepartmentView> find(UUID departmentId) {
		return this.jdbc.sql("""
				select * from read.department where department_id = :id and open
				""").param("id", departmentId).query(DepartmentQueries::view).optional();
	}

	/** A page of them, by name and id. */
	Page<DepartmentView> list(Limits limits) {
		NameCursor after = NameCursor.of(LIST, limits);
		List<DepartmentView> rows = this.jdbc.sql("""
				select * from read.department
				where open and (name, department_id) > (:name, :id)
				order by name, department_id
				limit :rows
				""")
			.param("name", after.name())
			.param("id", after.id())
			.param("rows", limits.limit() + 1)
			.query(DepartmentQueries::view)
			.list();
		return Page.of(rows, limits, (last) -> NameCursor.encode(LIST, last.name(), last.departmentId()));
	}

	/** By doctor, and by name within each; doctors without one are left out. */
	Map<UUID, List<DepartmentName>> of(Collection<UUID> doctorIds) {
		return this.jdbc.sql("""
				select doctor.id, d.department_id, d.name
				from unnest(:doctors) as doctor (id) join read.department d on d.open and d.doctors @> array[doctor.id]
				order by d.name, d.department_id
				""")
			.param("doctors", doctorIds.toArray(new UUID[0]))
			.query((row, number) -> Map.entry(row.getObject("id", UUID.class),
					new DepartmentName(row.getObject("department_id", UUID.class), row.getString("name"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private static DepartmentView view(ResultSet row, int number) throws SQLException {
		return new DepartmentView(row.getObject("department_id", UUID.class), row.getString("name"),
				row.getString("description"));
	}

}
