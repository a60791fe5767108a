package clinic.daybook.query.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.daybook.api.DaybookEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffTaken;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffWithdrawn;
import clinic.daybook.query.projection.ReadModel;
import clinic.daybook.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All time off there is or was, one row each. */
@Component
class TimeOffProjection implements ReadModel<UUID, TimeOffRow> {

	private final JdbcClient jdbc;

	private final Rows rows;

	TimeOffProjection(JdbcClient jdbc, Rows rows) {
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
			case TimeOffTaken taken -> Optional.of(taken.timeOff().timeOffId());
			case TimeOffWithdrawn withdrawn -> Optional.of(withdrawn.timeOffId());
			default -> Optional.empty();
		};
	}

	@Override
	public @Nullable TimeOffRow fold(@Nullable TimeOffRow row, DaybookEvent event, Instant at) {
		return switch (event) {
			case TimeOffTaken taken -> TimeOffRow.of(taken.doctorId(), taken.timeOff());
			case TimeOffWithdrawn withdrawn -> (row == null) ? null : row.asWithdrawn();
			default -> row;
		};
	}

	@Override
	public Map<UUID, TimeOffRow> load(Set<UUID> keys) {
		return this.jdbc.sql("""
				select * from read.time_off where time_off_id in (:keys)
				""")
			.param("keys", keys)
			.query(TimeOffProjection::row)
			.list()
			.stream()
			.collect(Collectors.toMap(TimeOffRow::timeOffId, Function.identity()));
	}

	@Override
	public void save(Collection<TimeOffRow> changed) {
		this.jdbc.sql("""
				insert into read.time_off
				select r.time_off_id, r.doctor_id, r.start_at, r.end_at, r.reason, r.withdrawn
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (
				  time_off_id uuid, doctor_id uuid, start_at timestamptz, end_at timestamptz, reason text,
				  withdrawn boolean)
				on conflict (time_off_id) do update set
				  doctor_id = excluded.doctor_id, start_at = excluded.start_at, end_at = excluded.end_at,
				  reason = excluded.reason, withdrawn = excluded.withdrawn
				""").param("rows", this.rows.write(changed)).update();
	}

	@Override
	public void clear() {
		this.jdbc.sql("delete from read.time_off").update();
	}

	static TimeOffRow row(ResultSet row, int number) throws SQLException {
		return new TimeOffRow(row.getObject("time_off_id", UUID.class), row.getObject("doctor_id", UUID.class),
				row.getObject("start_at", OffsetDateTime.class).toInstant(),
				row.getObject("end_at", OffsetDateTime.class).toInstant(), row.getString("reason"),
				row.getBoolean("withdrawn"));
	}

}
