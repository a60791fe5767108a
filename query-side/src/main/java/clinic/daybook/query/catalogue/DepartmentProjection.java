package clinic.daybook.query.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.daybook.api.DaybookEvent;
import clinic.daybook.api.departments.DepartmentEvent;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentClosed;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentOpened;
import clinic.daybook.api.departments.DepartmentEvent.DepartmentRenamed;
import clinic.daybook.api.departments.DepartmentEvent.DoctorAssigned;
import clinic.daybook.api.departments.DepartmentEvent.DoctorUnassigned;
import clinic.daybook.query.projection.ReadModel;
import clinic.daybook.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The departments of the catalogue, and who is in them. */
@Component
class DepartmentProjection implements ReadModel<UUID, DepartmentRow> {

	private final JdbcClient jdbc;

	private final Rows rows;

	DepartmentProjection(JdbcClient jdbc, Rows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	@Override
	public String name() {
		return "departments";
	}

	@Override
	public Optional<UUID> keyOf(DaybookEvent event) {
		return (event instanceof DepartmentEvent change) ? Optional.of(change.departmentId()) : Optional.empty();
	}

	@Override
	public @Nullable DepartmentRow fold(@Nullable DepartmentRow row, DaybookEvent event, Instant at) {
		return (event instanceof DepartmentEvent change) ? fold(row, change) : row;
	}

	private static @Nullable DepartmentRow fold(@Nullable DepartmentRow row, DepartmentEvent event) {
		if (event instanceof DepartmentOpened opened) {
			return DepartmentRow.opened(opened.departmentId(), opened.name(), opened.description());
		}
		return (row == null) ? null : switch (event) {
			case DepartmentOpened again -> row;
			case DepartmentRenamed renamed -> row.renamed(renamed.name(), renamed.description());
			case DoctorAssigned assigned -> row.with(assigned.doctorId());
			case DoctorUnassigned unassigned -> row.without(unassigned.doctorId());
			case DepartmentClosed closed -> row.closed();
		};
	}

	@Override
	public Map<UUID, DepartmentRow> load(Set<UUID> keys) {
		return this.jdbc.sql("""
				select * from read.department where department_id in (:keys)
				""")
			.param("keys", keys)
			.query(DepartmentProjection::row)
			.list()
			.stream()
			.collect(Collectors.toMap(DepartmentRow::departmentId, Function.identity()));
	}

	@Override
	public void save(Collection<DepartmentRow> changed) {
		this.jdbc.sql("""
				insert into read.department
				select r.department_id, r.name, r.description, r.open, r.doctors
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (
				  department_id uuid, name text, description text, open boolean, doctors uuid[])
				on conflict (department_id) do update set
				  name = excluded.name, description = excluded.description, open = excluded.open,
				  doctors = excluded.doctors
				""").param("rows", this.rows.write(changed)).update();
	}

	@Override
	public void clear() {
		this.jdbc.sql("delete from read.department").update();
	}

	private static DepartmentRow row(ResultSet row, int number) throws SQLException {
		UUID[] doctors = (UUID[]) row.getArray("doctors").getArray();
		return new DepartmentRow(row.getObject("department_id", UUID.class), row.getString("name"),
				row.getString("description"), row.getBoolean("open"), new TreeSet<>(Arrays.asList(doctors)));
	}

}
