package clinic.daybook.query.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.daybook.api.DaybookEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.HoldReleased;
import clinic.daybook.api.scheduling.ScheduleEvent.SlotHeld;
import clinic.daybook.query.projection.ReadModel;
import clinic.daybook.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * What is held with each doctor. It moves with the appointments, so that a slot whose
 * hold becomes a booking is never seen free in between.
 */
@Component
class HeldProjection implements ReadModel<UUID, HeldRow> {

	private final JdbcClient jdbc;

	private final Rows rows;

	HeldProjection(JdbcClient jdbc, Rows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	@Override
	public String name() {
		return AppointmentProjection.NAME;
	}

	@Override
	public Optional<UUID> keyOf(DaybookEvent event) {
		return switch (event) {
			case SlotHeld held -> Optional.of(held.doctorId());
			case HoldReleased released -> Optional.of(released.doctorId());
			default -> Optional.empty();
		};
	}

	@Override
	public @Nullable HeldRow fold(@Nullable HeldRow row, DaybookEvent event, Instant at) {
		return switch (event) {
			case SlotHeld held -> before(row, held.doctorId()).liveAt(at).with(HeldSlot.of(held.hold()));
			case HoldReleased released -> before(row, released.doctorId()).liveAt(at).without(released.holdId());
			default -> row;
		};
	}

	private static HeldRow before(@Nullable HeldRow row, UUID doctorId) {
		return (row != null) ? row : HeldRow.nothing(doctorId);
	}

	@Override
	public Map<UUID, HeldRow> load(Set<UUID> keys) {
		return this.jdbc.sql("""
				select * from read.held where doctor_id in (:keys)
				""")
			.param("keys", keys)
			.query(this::row)
			.list()
			.stream()
			.collect(Collectors.toMap(HeldRow::doctorId, Function.identity()));
	}

	@Override
	public void save(Collection<HeldRow> changed) {
		this.jdbc.sql("""
				insert into read.held
				select r.doctor_id, r.slots
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (doctor_id uuid, slots jsonb)
				on conflict (doctor_id) do update set slots = excluded.slots
				""").param("rows", this.rows.write(changed)).update();
	}

	@Override
	public void clear() {
		this.jdbc.sql("delete from read.held").update();
	}

	private HeldRow row(ResultSet row, int number) throws SQLException {
		return new HeldRow(row.getObject("doctor_id", UUID.class),
				this.rows.read(row.getString("slots"), new TypeReference<List<HeldSlot>>() {
				}));
	}

}
