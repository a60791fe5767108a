package clinic.daybook.query.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.daybook.api.DaybookEvent;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCheckedIn;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCompleted;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMissed;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMovedAway;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentRescheduled;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorReactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursWithdrawn;
import clinic.daybook.api.scheduling.ScheduleEvent.HoldReleased;
import clinic.daybook.api.scheduling.ScheduleEvent.ScheduleOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.SchedulingPolicySet;
import clinic.daybook.api.scheduling.ScheduleEvent.SlotHeld;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffTaken;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffWithdrawn;
import clinic.daybook.api.scheduling.ScheduleEvent.WorkingHoursSet;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.WeeklyHours;
import clinic.daybook.query.projection.ReadModel;
import clinic.daybook.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The hours of each week of each doctor, and what each asks of bookings. */
@Component
class ScheduleProjection implements ReadModel<UUID, ScheduleRow> {

	static final String NAME = "schedules";

	private final JdbcClient jdbc;

	private final Rows rows;

	ScheduleProjection(JdbcClient jdbc, Rows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Optional<UUID> keyOf(DaybookEvent event) {
		return (event instanceof ScheduleEvent change) ? switch (change) {
			case ScheduleOpened opened -> Optional.of(opened.doctorId());
			case WorkingHoursSet set -> Optional.of(set.doctorId());
			case SchedulingPolicySet set -> Optional.of(set.doctorId());
			case DoctorDeactivated deactivated -> Optional.of(deactivated.doctorId());
			case DoctorReactivated reactivated -> Optional.of(reactivated.doctorId());
			case TimeOffTaken taken -> Optional.empty();
			case TimeOffWithdrawn withdrawn -> Optional.empty();
			case ExtraHoursOpened extra -> Optional.empty();
			case ExtraHoursWithdrawn withdrawn -> Optional.empty();
			case SlotHeld held -> Optional.empty();
			case HoldReleased released -> Optional.empty();
			case AppointmentBooked booked -> Optional.empty();
			case AppointmentRescheduled moved -> Optional.empty();
			case AppointmentMovedAway moved -> Optional.empty();
			case AppointmentCancelled cancelled -> Optional.empty();
			case AppointmentCheckedIn there -> Optional.empty();
			case AppointmentCompleted seen -> Optional.empty();
			case AppointmentMissed missed -> Optional.empty();
		} : Optional.empty();
	}

	@Override
	public @Nullable ScheduleRow fold(@Nullable ScheduleRow row, DaybookEvent event, Instant at) {
		return (event instanceof ScheduleEvent change) ? switch (change) {
			case ScheduleOpened opened ->
				new ScheduleRow(opened.doctorId(), opened.timeZone(), WeeklyHours.NONE, SchedulingPolicy.DEFAULT, true);
			case WorkingHoursSet set -> (row == null) ? null : row.with(row.hours().with(set.hours()));
			case SchedulingPolicySet set -> (row == null) ? null : row.with(set.policy());
			case DoctorDeactivated deactivated -> (row == null) ? null : row.with(false);
			case DoctorReactivated reactivated -> (row == null) ? null : row.with(true);
			case TimeOffTaken taken -> row;
			case TimeOffWithdrawn withdrawn -> row;
			case ExtraHoursOpened extra -> row;
			case ExtraHoursWithdrawn withdrawn -> row;
			case SlotHeld held -> row;
			case HoldReleased released -> row;
			case AppointmentBooked booked -> row;
			case AppointmentRescheduled moved -> row;
			case AppointmentMovedAway moved -> row;
			case AppointmentCancelled cancelled -> row;
			case AppointmentCheckedIn there -> row;
			case AppointmentCompleted seen -> row;
			case AppointmentMissed missed -> row;
		} : row;
	}

	@Override
	public Map<UUID, ScheduleRow> load(Set<UUID> keys) {
		return this.jdbc.sql("""
				select * from read.schedule where doctor_id in (:keys)
				""")
			.param("keys", keys)
			.query(this::row)
			.list()
			.stream()
			.collect(Collectors.toMap(ScheduleRow::doctorId, Function.identity()));
	}

	@Override
	public void save(Collection<ScheduleRow> changed) {
		this.jdbc.sql("""
				insert into read.schedule
				select r.doctor_id, r.time_zone, r.hours, r.policy, r.active
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (
				  doctor_id uuid, time_zone text, hours jsonb, policy jsonb, active boolean)
				on conflict (doctor_id) do update set
				  time_zone = excluded.time_zone, hours = excluded.hours, policy = excluded.policy,
				  active = excluded.active
				""").param("rows", this.rows.write(changed)).update();
	}

	@Override
	public void clear() {
		this.jdbc.sql("delete from read.schedule").update();
	}

	private ScheduleRow row(ResultSet row, int number) throws SQLException {
		return new ScheduleRow(row.getObject("doctor_id", UUID.class), ZoneId.of(row.getString("time_zone")),
				this.rows.read(row.getString("hours"), new TypeReference<WeeklyHours>() {
				}), this.rows.read(row.getString("policy"), new TypeReference<SchedulingPolicy>() {
				}), row.getBoolean("active"));
	}

}
