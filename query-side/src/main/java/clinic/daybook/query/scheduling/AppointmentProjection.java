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
import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Booker;
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
import clinic.daybook.query.projection.ReadModel;
import clinic.daybook.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every appointment there is or was, one row each. */
@Component
class AppointmentProjection implements ReadModel<UUID, AppointmentRow> {

	static final String NAME = "appointments";

	private final JdbcClient jdbc;

	private final Rows rows;

	AppointmentProjection(JdbcClient jdbc, Rows rows) {
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
			case AppointmentBooked booked -> Optional.of(booked.appointmentId());
			case AppointmentRescheduled moved -> Optional.of(moved.appointmentId());
			case AppointmentCancelled cancelled -> Optional.of(cancelled.appointmentId());
			case AppointmentCheckedIn there -> Optional.of(there.appointmentId());
			case AppointmentCompleted seen -> Optional.of(seen.appointmentId());
			case AppointmentMissed missed -> Optional.of(missed.appointmentId());
			// Its other half, in the stream of the other doctor, has all there is to
			// know.
			case AppointmentMovedAway moved -> Optional.empty();
			case ScheduleOpened opened -> Optional.empty();
			case WorkingHoursSet set -> Optional.empty();
			case SchedulingPolicySet set -> Optional.empty();
			case TimeOffTaken taken -> Optional.empty();
			case TimeOffWithdrawn withdrawn -> Optional.empty();
			case ExtraHoursOpened extra -> Optional.empty();
			case ExtraHoursWithdrawn withdrawn -> Optional.empty();
			case SlotHeld held -> Optional.empty();
			case HoldReleased released -> Optional.empty();
			case DoctorDeactivated deactivated -> Optional.empty();
			case DoctorReactivated reactivated -> Optional.empty();
		} : Optional.empty();
	}

	@Override
	public @Nullable AppointmentRow fold(@Nullable AppointmentRow row, DaybookEvent event, Instant at) {
		return (event instanceof ScheduleEvent change) ? switch (change) {
			case AppointmentBooked booked -> (row == null) ? AppointmentRow.of(booked, at) : row;
			case AppointmentRescheduled moved ->
				(row == null || row.version() < moved.version()) ? AppointmentRow.of(moved) : row;
			case AppointmentCancelled cancelled ->
				(row != null && row.version() < cancelled.version()) ? row.after(cancelled, at) : row;
			case AppointmentCheckedIn there -> after(row, AppointmentStatus.CHECKED_IN, there.version());
			case AppointmentCompleted seen -> after(row, AppointmentStatus.COMPLETED, seen.version());
			case AppointmentMissed missed -> after(row, AppointmentStatus.NO_SHOW, missed.version());
			case AppointmentMovedAway moved -> row;
			case ScheduleOpened opened -> row;
			case WorkingHoursSet set -> row;
			case SchedulingPolicySet set -> row;
			case TimeOffTaken taken -> row;
			case TimeOffWithdrawn withdrawn -> row;
			case ExtraHoursOpened extra -> row;
			case ExtraHoursWithdrawn withdrawn -> row;
			case SlotHeld held -> row;
			case HoldReleased released -> row;
			case DoctorDeactivated deactivated -> row;
			case DoctorReactivated reactivated -> row;
		} : row;
	}

	private static @Nullable AppointmentRow after(@Nullable AppointmentRow row, AppointmentStatus status, int version) {
		return (row != null && row.version() < version) ? row.now(status, version) : row;
	}

	@Override
	public Map<UUID, AppointmentRow> load(Set<UUID> keys) {
		return this.jdbc.sql("""
				select * from read.appointment where appointment_id in (:keys)
				""")
			.param("keys", keys)
			.query(AppointmentProjection::row)
			.list()
			.stream()
			.collect(Collectors.toMap(AppointmentRow::appointmentId, Function.identity()));
	}

	@Override
	public void save(Collection<AppointmentRow> changed) {
		this.jdbc.sql("""
				insert into read.appointment
				select r.appointment_id, r.version, r.doctor_id, r.member_id, r.start_at, r.end_at, r.status,
				       r.walk_in, r.reason, r.booked_at, r.cancelled_at, r.cancelled_by, r.cancellation_reason
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (
				  appointment_id uuid, version integer, doctor_id uuid, member_id uuid, start_at timestamptz,
				  end_at timestamptz, status text, walk_in boolean, reason text, booked_at timestamptz,
				  cancelled_at timestamptz, cancelled_by text, cancellation_reason text)
				on conflict (appointment_id) do update set
				  version = excluded.version, doctor_id = excluded.doctor_id, start_at = excluded.start_at,
				  end_at = excluded.end_at, status = excluded.status, cancelled_at = excluded.cancelled_at,
				  cancelled_by = excluded.cancelled_by, cancellation_reason = excluded.cancellation_reason
				where read.appointment.version < excluded.version
				""").param("rows", this.rows.write(changed)).update();
	}

	@Override
	public void clear() {
		this.jdbc.sql("delete from read.appointment").update();
	}

	static AppointmentRow row(ResultSet row, int number) throws SQLException {
		String cancelledBy = row.getString("cancelled_by");
		return new AppointmentRow(row.getObject("appointment_id", UUID.class), row.getInt("version"),
				row.getObject("doctor_id", UUID.class), row.getObject("member_id", UUID.class),
				row.getObject("start_at", OffsetDateTime.class).toInstant(),
				row.getObject("end_at", OffsetDateTime.class).toInstant(),
				AppointmentStatus.valueOf(row.getString("status")), row.getBoolean("walk_in"), row.getString("reason"),
				row.getObject("booked_at", OffsetDateTime.class).toInstant(), instant(row, "cancelled_at"),
				(cancelledBy != null) ? Booker.valueOf(cancelledBy) : null, row.getString("cancellation_reason"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
