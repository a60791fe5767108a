package clinic.daybook.query.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.daybook.api.DaybookEvent;
import clinic.daybook.api.doctors.DoctorEvent;
import clinic.daybook.api.doctors.DoctorEvent.DoctorOnboarded;
import clinic.daybook.api.doctors.DoctorEvent.DoctorSpecialtyChanged;
import clinic.daybook.query.projection.ReadModel;
import clinic.daybook.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The doctors of the catalogue. */
@Component
class DoctorProjection implements ReadModel<UUID, DoctorProjection.DoctorRow> {

	private final JdbcClient jdbc;

	private final Rows rows;

	DoctorProjection(JdbcClient jdbc, Rows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	@Override
	public String name() {
		return "doctors";
	}

	@Override
	public Optional<UUID> keyOf(DaybookEvent event) {
		return (event instanceof DoctorEvent change) ? Optional.of(change.doctorId()) : Optional.empty();
	}

	@Override
	public @Nullable DoctorRow fold(@Nullable DoctorRow row, DaybookEvent event, Instant at) {
		return (event instanceof DoctorEvent change) ? switch (change) {
			case DoctorOnboarded onboarded ->
				new DoctorRow(onboarded.doctorId(), onboarded.userId(), onboarded.specialty());
			case DoctorSpecialtyChanged changed ->
				(row == null) ? null : new DoctorRow(row.doctorId(), row.userId(), changed.specialty());
		} : row;
	}

	@Override
	public Map<UUID, DoctorRow> load(Set<UUID> keys) {
		return this.jdbc.sql("""
				select * from read.doctor where doctor_id in (:keys)
				""")
			.param("keys", keys)
			.query((row, number) -> new DoctorRow(row.getObject("doctor_id", UUID.class),
					row.getObject("user_id", UUID.class), row.getString("specialty")))
			.list()
			.stream()
			.collect(Collectors.toMap(DoctorRow::doctorId, Function.identity()));
	}

	@Override
	public void save(Collection<DoctorRow> changed) {
		this.jdbc.sql("""
				insert into read.doctor
				select r.doctor_id, r.user_id, r.specialty
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (doctor_id uuid, user_id uuid, specialty text)
				on conflict (doctor_id) do update set
				  user_id = excluded.user_id, specialty = excluded.specialty
				""").param("rows", this.rows.write(changed)).update();
	}

	@Override
	public void clear() {
		this.jdbc.sql("delete from read.doctor").update();
	}

	record DoctorRow(UUID doctorId, UUID userId, String specialty) {
	}

}
