package clinic.daybook.testing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A doctor with a schedule of their own, onboarded for one test. */
public record Doctor(String id, String userId, String email, String password, String fullName, ZoneId zone,
		Visitor as) implements Person {

	public Answer sets(Object hours) {
		return post("/api/availability", hours);
	}

	public Doctor opens(DayOfWeek day, String start, String end, int slotMinutes) {
		return opens(day, slotMinutes, Json.window(start, end));
	}

	public Doctor opens(DayOfWeek day, int slotMinutes, Object... windows) {
		sets(Json.body("dayOfWeek", day, "windows", List.of(windows), "slotMinutes", slotMinutes)).is(200);
		return this;
	}

	public Doctor opensEveryDay(String start, String end, int slotMinutes) {
		for (DayOfWeek day : DayOfWeek.values()) {
			opens(day, start, end, slotMinutes);
		}
		return this;
	}

	/** Rules that differ from the default, names and values in turn. */
	public Doctor hasRules(@Nullable Object... namesAndValues) {
		put("/api/availability/" + this.id + "/policy", Json.body(namesAndValues)).is(200);
		return this;
	}

	public Answer takesOff(Object timeOff) {
		return post("/api/availability/" + this.id + "/time-off", timeOff);
	}

	/** Is away for some hours, and gives the time off's id. */
	public String isOff(Temporal start, Temporal end) {
		return takesOff(Json.body("start", start, "end", end)).is(201).text("timeOffId");
	}

	public Answer opensExtra(Object extraHours) {
		return post("/api/availability/" + this.id + "/extra-hours", extraHours);
	}

	/** Opens on a date as well, and gives the extra hours' id. */
	public String opensExtra(LocalDate date, String start, String end, int slotMinutes) {
		return opensExtra(
				Json.body("date", date, "windows", List.of(Json.window(start, end)), "slotMinutes", slotMinutes))
			.is(201)
			.text("extraHoursId");
	}

	/** Logged in anew, since tokens don't outlive a moved clock. */
	public Doctor again() {
		return new Doctor(this.id, this.userId, this.email, this.password, this.fullName, this.zone,
				this.as.daybook().clinic().login(this.email, this.password));
	}

	public LocalDate today() {
		return this.as.daybook().clinic().now().atZone(this.zone).toLocalDate();
	}

	/** The first such day after today. */
	public LocalDate next(DayOfWeek day) {
		return today().with(TemporalAdjusters.next(day));
	}

	public OffsetDateTime at(LocalDate date, String time) {
		return date.atTime(LocalTime.parse(time)).atZone(this.zone).toOffsetDateTime();
	}

	public Answer availability(LocalDate from, LocalDate to) {
		return this.as.daybook().anyone().get("/api/availability/" + this.id + "?from=" + from + "&to=" + to).is(200);
	}

	/** The slots offered on that day, as they are printed. */
	public List<String> startsOn(LocalDate date) {
		List<String> starts = new ArrayList<>();
		for (JsonNode slot : slotsOn(date)) {
			starts.add(slot.get("start").stringValue());
		}
		return starts;
	}

	/** The local times offered on that day. */
	public List<String> freeOn(LocalDate date) {
		return startsOn(date).stream().map((start) -> start.substring(11, 16)).toList();
	}

	public List<JsonNode> slotsOn(LocalDate date) {
		JsonNode days = availability(date, date).node("days");
		assertThat(days.size()).isEqualTo(1);
		assertThat(days.get(0).get("date").stringValue()).isEqualTo(date.toString());
		return List.copyOf(days.get(0).get("slots").values());
	}

	/** The same doctor at another server. */
	public Doctor at(Daybook other) {
		return new Doctor(this.id, this.userId, this.email, this.password, this.fullName, this.zone, this.as.at(other));
	}

}
