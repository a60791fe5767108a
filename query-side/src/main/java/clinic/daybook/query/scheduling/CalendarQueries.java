package clinic.daybook.query.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** What departs from the weekly hours, and what is held. */
@Component
class CalendarQueries {

	private final JdbcClient jdbc;

	private final Rows rows;

	CalendarQueries(JdbcClient jdbc, Rows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	/**
	 * The calendars of schedules within an interval, by one query for however many
	 * doctors. Whoever asks for appointments too asks for them after this: a hold that
	 * has become a booking meanwhile is then seen twice rather than not at all.
	 */
	Function<ScheduleRow, Calendar> within(Interval interval, Collection<UUID> doctorIds) {
		Map<UUID, Departures> departures = departures(doctorIds, interval);
		return (schedule) -> departures.getOrDefault(schedule.doctorId(), Departures.NONE).from(schedule);
	}

	// Which dates an interval touches depends on the zone, and the night of the date
	// before reaches into it: two dates more on either side are enough anywhere.
	private Map<UUID, Departures> departures(Collection<UUID> doctorIds, Interval interval) {
		return this.jdbc.sql("""
				select doctor.doctor_id,
				       (select jsonb_agg(jsonb_build_object('extra_hours_id', extra_hours_id, 'date', on_date,
				                 'windows', windows, 'slot_minutes', slot_minutes))
				        from read.extra_hours as extra
				        where extra.doctor_id = doctor.doctor_id and not withdrawn
				          and on_date between :first and :last) as extra_hours,
				       (select jsonb_agg(jsonb_build_object('time_off_id', time_off_id,
				                 'interval', jsonb_build_object('start', start_at, 'end', end_at)))
				        from read.time_off as off
				        where off.doctor_id = doctor.doctor_id and not withdrawn
				          and start_at < :until and end_at > :since) as time_off,
				       (select slots from read.held where held.doctor_id = doctor.doctor_id) as held
				from unnest(cast(:doctors as uuid[])) as doctor (doctor_id)
				""")
			.param("doctors", doctorIds.toArray(new UUID[0]))
			.param("first", dateOf(interval.start()).minusDays(2))
			.param("last", dateOf(interval.end()).plusDays(2))
			.param("since", AppointmentQueries.utc(interval.start()))
			.param("until", AppointmentQueries.utc(interval.end()))
			.query((row, number) -> Map.entry(row.getObject("doctor_id", UUID.class),
					new Departures(list(row.getString("extra_hours"), new TypeReference<>() {
					}), list(row.getString("time_off"), new TypeReference<>() {
					}), list(row.getString("held"), new TypeReference<>() {
					}))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private <T> List<T> list(@Nullable String column, TypeReference<List<T>> type) {
		return (column != null) ? this.rows.read(column, type) : List.of();
	}

	private static LocalDate dateOf(Instant instant) {
		return LocalDate.ofInstant(instant, ZoneOffset.UTC);
	}

	private record Departures(List<ExtraHours> extraHours, List<TimeOff> timeOff, List<HeldSlot> held) {

		static final Departures NONE = new Departures(List.of(), List.of(), List.of());

		Calendar from(ScheduleRow schedule) {
			return new Calendar(schedule, schedule.timetable(this.extraHours, this.timeOff), this.held);
		}

	}

}
