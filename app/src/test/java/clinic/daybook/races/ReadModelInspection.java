package clinic.daybook.races;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether what people look at is what the events say. */
record ReadModelInspection(JdbcClient sql, CalendarHistory history, Instant now) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	void findsNothingWrong() {
		Differences.none("read.appointment", appointmentRows(),
				this.history.appointments().map(StoredAppointment::row).toList());
		Differences.none("read.held at " + this.now, heldRows(),
				this.history.holdsLiveAt(this.now).map(StoredHold::row).toList());
		Differences.none("read.schedule", rows("select * from read.schedule", ReadModelInspection::schedule),
				ofEachSchedule((doctorId, hours) -> List.of(hours.row(doctorId))));
		Differences.none("read.time_off", rows("select * from read.time_off", ReadModelInspection::timeOff),
				ofEachSchedule((doctorId, hours) -> hours.timeOffRows(doctorId)));
		Differences.none("read.extra_hours", rows("select * from read.extra_hours", ReadModelInspection::extraHours),
				ofEachSchedule((doctorId, hours) -> hours.extraHoursRows(doctorId)));
	}

	private List<String> ofEachSchedule(BiFunction<String, StoredHours, List<String>> printer) {
		return this.history.hours()
			.entrySet()
			.stream()
			.flatMap((each) -> printer.apply(each.getKey(), each.getValue()).stream())
			.toList();
	}

	private List<String> appointmentRows() {
		return rows("select * from read.appointment", (row) -> {
			@Nullable OffsetDateTime cancelled = row.getObject("cancelled_at", OffsetDateTime.class);
			return String.join(" ", row.getString("appointment_id"), "v" + row.getInt("version"),
					row.getString("doctor_id"), row.getString("member_id"), instant(row, "start_at"),
					instant(row, "end_at"), row.getString("status"), "walk-in " + row.getBoolean("walk_in"),
					"booked " + instant(row, "booked_at"), "cancelled " + ((cancelled != null)
							? cancelled.toInstant() + " by " + row.getString("cancelled_by") : null));
		});
	}

	private List<String> heldRows() {
		List<String> live = new ArrayList<>();
		rows("select * from read.held", (row) -> {
			for (JsonNode slot : JSON.readTree(row.getString("slots")).values()) {
				Instant until = Instant.parse(slot.get("expires_at").stringValue());
				if (this.now.isBefore(until)) {
					live.add(row.getString("doctor_id") + " " + slot.get("hold_id").stringValue() + " "
							+ slot.get("interval").get("start").stringValue() + "/"
							+ slot.get("interval").get("end").stringValue() + " until " + until);
				}
			}
			return "";
		});
		return live;
	}

	private static String schedule(ResultSet row) throws SQLException {
		List<String> entries = new ArrayList<>();
		for (JsonNode entry : JSON.readTree(row.getString("hours")).get("entries").values()) {
			entries.add(entry.get("day_of_week").stringValue() + " " + entry.get("effective_from").stringValue()
					+ StoredHours.printed(entry.get("windows"), entry.get("slot_minutes").intValue()));
		}
		entries.sort(String::compareTo);
		return row.getString("doctor_id") + " " + row.getString("time_zone") + " active " + row.getBoolean("active")
				+ " " + StoredHours.numbers(JSON.readTree(row.getString("policy"))) + " " + entries;
	}

	private static String timeOff(ResultSet row) throws SQLException {
		return row.getString("time_off_id") + " " + row.getString("doctor_id") + " " + instant(row, "start_at") + " "
				+ instant(row, "end_at") + " withdrawn " + row.getBoolean("withdrawn");
	}

	private static String extraHours(ResultSet row) throws SQLException {
		return row.getString("extra_hours_id") + " " + row.getString("doctor_id") + " " + row.getString("on_date")
				+ StoredHours.printed(JSON.readTree(row.getString("windows")), row.getInt("slot_minutes"))
				+ " withdrawn " + row.getBoolean("withdrawn");
	}

	private static String instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant().toString();
	}

	private List<String> rows(String query, Row printer) {
		return this.sql.sql(query).query((row, number) -> printer.printed(row)).list();
	}

	@FunctionalInterface
	private interface Row {

		String printed(ResultSet row) throws SQLException;

	}

}
