package clinic.daybook.query.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts into the tables what the projections would have. */
final class ClinicRows {

	private final JdbcClient jdbc;

	private final ScheduleProjection schedules;

	private final TimeOffProjection timeOff;

	private final ExtraHoursProjection extraHours;

	private final HeldProjection held;

	private final AppointmentProjection appointments;

	ClinicRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.schedules = new ScheduleProjection(jdbc, new Rows());
		this.timeOff = new TimeOffProjection(jdbc, new Rows());
		this.extraHours = new ExtraHoursProjection(jdbc, new Rows());
		this.held = new HeldProjection(jdbc, new Rows());
		this.appointments = new AppointmentProjection(jdbc, new Rows());
	}

	void doctor(ScheduleRow schedule, String fullName) {
		UUID userId = UUID.randomUUID();
		this.jdbc.sql("""
				insert into people.account (id, email, full_name, role, password_hash, doctor_id, created_at)
				values (:user, cast(:user as text) || '@daybook.example', :name, 'DOCTOR', 'a hash', :doctor, now())
				""").param("user", userId).param("name", fullName).param("doctor", schedule.doctorId()).update();
		this.jdbc.sql("insert into read.doctor values (:doctor, :user, 'Dermatology')")
			.param("doctor", schedule.doctorId())
			.param("user", userId)
			.update();
		this.schedules.save(List.of(schedule));
	}

	void timeOff(TimeOffRow... some) {
		this.timeOff.save(List.of(some));
	}

	void extraHours(ExtraHoursRow... some) {
		this.extraHours.save(List.of(some));
	}

	void held(UUID doctorId, List<HeldSlot> slots) {
		this.held.save(List.of(new HeldRow(doctorId, slots)));
	}

	void appointments(UUID doctorId, List<Interval> hours, AppointmentStatus status) {
		this.appointments.save(hours.stream().map((interval) -> appointment(doctorId, interval, status)).toList());
	}

	/**
	 * Every half-hour from eight to four, on that many days before and after an instant.
	 */
	void bookedOut(Instant now, int daysBefore, int daysAfter) {
		// Vacuum passes over rows whose commit is not on the disk yet.
		this.jdbc.sql("set synchronous_commit = on").update();
		this.jdbc
			.sql("""
					insert into read.appointment
					select gen_random_uuid(), 1, doctor_id, gen_random_uuid(), start, start + interval '30 minutes', 'BOOKED',
					       false, repeat('sealed', 30), start - interval '3 days'
					from read.doctor,
					     generate_series(-cast(:before as integer), cast(:after as integer)) as day,
					     generate_series(0, 15) as half_hour,
					     lateral (select date_trunc('day', cast(:now as timestamptz)) + day * interval '24 hours'
					                + interval '8 hours' + half_hour * interval '30 minutes' as start) as slot
					""")
			.param("before", daysBefore)
			.param("after", daysAfter)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("vacuum analyze read.appointment").update();
	}

	/** Extra hours each evening, long past ones too, that time off takes back again. */
	void calendarsOf(Instant now, int daysBefore, int daysAfter) {
		this.jdbc.sql("set synchronous_commit = on").update();
		this.jdbc.sql("""
				insert into read.time_off
				select gen_random_uuid(), doctor_id, start, start + interval '1 hour', null, false
				from read.doctor, generate_series(-cast(:before as integer), cast(:after as integer)) as day,
				     lateral (select date_trunc('day', cast(:now as timestamptz)) + day * interval '24 hours'
					                + interval '17 hours' as start) as evening
				""")
			.param("before", daysBefore)
			.param("after", daysAfter)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc
			.sql("""
					insert into read.extra_hours
					select gen_random_uuid(), doctor_id, cast(start_at as date), '[{"start": "17:00", "end": "18:00"}]', 30, false
					from read.time_off
					""")
			.update();
		this.jdbc.sql("vacuum analyze read.time_off").update();
		this.jdbc.sql("vacuum analyze read.extra_hours").update();
	}

	private static AppointmentRow appointment(UUID doctorId, Interval interval, AppointmentStatus status) {
		Instant before = interval.start().minus(Duration.ofDays(5));
		boolean cancelled = status == AppointmentStatus.CANCELLED;
		@Nullable Instant cancelledAt = cancelled ? before : null;
		@Nullable Booker cancelledBy = cancelled ? Booker.MEMBER : null;
		return new AppointmentRow(UUID.randomUUID(), 1, doctorId, UUID.randomUUID(), interval.start(), interval.end(),
				status, false, null, before, cancelledAt, cancelledBy, null);
	}

}
