package clinic.daybook.query.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.daybook.api.DaybookEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursWithdrawn;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.query.projection.ReadModel;
import clinic.daybook.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** All extra hours there are or were, one row each. */
@Component
class ExtraHoursProjection implements ReadModel<UUID, ExtraHoursRow> {

	private final JdbcClient jdbc;

	private final Rows rows;

	ExtraHoursProjection(JdbcClient jdbc, Rows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	@Override
	public String name() {
		return ScheduleProjection.NAME;
	}

	@Override
	public Optional<UUID> keyOf(DaybookEvent event) {
		return switch (event) {
			case ExtraHoursOpened opened -> Optional.of(opened.extraHours().extraHoursId());
			case ExtraHoursWithdrawn withdrawn -> Optional.of(withdrawn.extraHoursId());
			default -> Optional.empty();
		};
	}

	@Override
	public @Nullable ExtraHoursRow fold(@Nullable ExtraHoursRow row, DaybookEvent event, Instant at) {
		return switch (event) {
			case ExtraHoursOpened opened -> ExtraHoursRow.of(opened.doctorId(), opened.extraHours());
			case ExtraHoursWithdrawn withdrawn -> (row == null) ? null : row.asWithdrawn();
			default -> row;
		};
	}

	@Override
	public Map<UUID, ExtraHoursRow> load(Set<UUID> keys) {
		return this.jdbc.sql("""
				select * from read.extra_hours where extra_hours_id in (:keys)
				""")
			.param("keys", keys)
			.query(this::row)
			.list()
			.stream()
			.collect(Collectors.toMap(ExtraHoursRow::extraHoursId, Function.identity()));
	}

	@Override
	public void save(Collection<ExtraHoursRow> changed) {
		this.jdbc.sql("""
				insert into read.extra_hours
				select r.extra_hours_id, r.doctor_id, r.on_date, r.windows, r.slot_minutes, r.withdrawn
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (
				  extra_hours_id uuid, doctor_id uuid, on_date date, windows jsonb, slot_minutes integer,
				  withdrawn boolean)
				on conflict (extra_hours_id) do update set
				  doctor_id = excluded.doctor_id, on_date = excluded.on_date, windows = excluded.windows,
				  slot_minutes = excluded.slot_minutes, withdrawn = excluded.withdrawn
				""").param("rows", this.rows.write(changed)).update();
	}

	@Override
	public void clear() {
		this.jdbc.sql("delete from read.extra_hours").update();
	}

	ExtraHoursRow row(ResultSet row, int number) throws SQLException {
		return new ExtraHoursRow(row.getObject("extra_hours_id", UUID.class), row.getObject("doctor_id", UUID.class),
				row.getObject("on_date", LocalDate.class),
				this.rows.read(row.getString("windows"), new TypeReference<List<Window>>() {
				}), row.getInt("slot_minutes"), row.getBoolean("withdrawn"));
	}

}
