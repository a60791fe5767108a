package clinic.daybook.races;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What the events say of the hours of a schedule, asked minute by minute. No match for a
 * night on which the clock changes, and the races keep away from those.
 */
final class StoredHours {

	/** Zero, 365 days, zero, ten appointments, zero. */
	private static final String UNLESS_SET = "{bufferminutes=0, cancelcutoffminutes=0, horizondays=365, "
			+ "maxpermemberperday=10, minnoticeminutes=0}";

	private final ZoneId zone;

	private final Map<String, Entry> weekly = new TreeMap<>();

	private final Map<String, Entry> extra = new TreeMap<>();

	private final Map<String, Away> away = new TreeMap<>();

	private boolean active = true;

	private String policy = "{bufferminutes=0, cancelcutoffminutes=0, horizondays=365, maxpermemberperday=10, "
			+ "minnoticeminutes=0}";

	StoredHours(Recorded opened) {
		this.zone = ZoneId.of(opened.text("timeZone"));
	}

	/** Whether the event was about hours. */
	boolean takes(Recorded event) {
		switch (event.type()) {
			case "WorkingHoursSet" -> {
				Entry entry = Entry.of(event.node("hours"), "effectiveFrom");
				this.weekly.put(event.text("hours", "dayOfWeek") + " " + entry.date(), entry);
			}
			case "ExtraHoursOpened" ->
				this.extra.put(event.text("extraHours", "extraHoursId"), Entry.of(event.node("extraHours"), "date"));
			case "ExtraHoursWithdrawn" ->
				this.extra.computeIfPresent(event.text("extraHoursId"), (id, entry) -> entry.asWithdrawn());
			case "TimeOffTaken" -> this.away.put(event.text("timeOff", "timeOffId"), Away.of(event));
			case "TimeOffWithdrawn" ->
				this.away.computeIfPresent(event.text("timeOffId"), (id, gone) -> gone.asWithdrawn());
			case "DoctorDeactivated" -> this.active = false;
			case "DoctorReactivated" -> this.active = true;
			case "SchedulingPolicySet" -> this.policy = numbers(event.node("policy"));
			default -> {
				return false;
			}
		}
		return true;
	}

	boolean cover(Stay stay) {
		return this.active && this.away.values().stream().noneMatch((gone) -> !gone.withdrawn && gone.touches(stay))
				&& Stream
					.iterate(stay.start(), (minute) -> minute.isBefore(stay.end()),
							(minute) -> minute.plus(1, ChronoUnit.MINUTES))
					.allMatch((minute) -> isOpenAt(LocalDateTime.ofInstant(minute, this.zone)));
	}

	private boolean isOpenAt(LocalDateTime time) {
		LocalDate today = time.toLocalDate();
		return Stream.of(today.minusDays(1), today)
			.flatMap((date) -> Stream
				.concat(weeklyOn(date).stream(),
						this.extra.values().stream().filter((entry) -> !entry.withdrawn && entry.date.equals(date)))
				.flatMap((entry) -> entry.windows.stream())
				.filter((window) -> window.isOpenAt(time, date)))
			.findFirst()
			.isPresent();
	}

	private Optional<Entry> weeklyOn(LocalDate date) {
		DayOfWeek day = date.getDayOfWeek();
		return this.weekly.entrySet()
			.stream()
			.filter((each) -> each.getKey().startsWith(day.name()) && !each.getValue().date.isAfter(date))
			.map(Map.Entry::getValue)
			.max(Comparator.comparing(Entry::date));
	}

	/** As a row of the read model prints, its hours read by {@link #printed}. */
	String row(String doctorId) {
		List<String> entries = new ArrayList<>();
		this.weekly.forEach((key, entry) -> entries.add(key + entry.printed()));
		return doctorId + " " + this.zone + " active " + this.active + " " + this.policy + " " + entries;
	}

	List<String> timeOffRows(String doctorId) {
		return this.away.entrySet()
			.stream()
			.map((each) -> each.getKey() + " " + doctorId + " " + each.getValue().start + " " + each.getValue().end
					+ " withdrawn " + each.getValue().withdrawn)
			.toList();
	}

	List<String> extraHoursRows(String doctorId) {
		return this.extra.entrySet()
			.stream()
			.map((each) -> each.getKey() + " " + doctorId + " " + each.getValue().date + each.getValue().printed()
					+ " withdrawn " + each.getValue().withdrawn)
			.toList();
	}

	/** Hours of a day in JSON, whatever the spelling of its names and times. */
	static String printed(JsonNode windows, int slotMinutes) {
		return Entry.windowsOf(windows) + " by " + slotMinutes;
	}

	/** The numbers of a policy in the order of their names. */
	static String numbers(JsonNode policy) {
		Map<String, Integer> sorted = new TreeMap<>();
		policy.propertyNames()
			.forEach((name) -> sorted.put(name.replace("_", "").toLowerCase(Locale.ROOT), policy.get(name).intValue()));
		return sorted.toString();
	}

	private record Entry(LocalDate date, List<Opening> windows, int slotMinutes, boolean withdrawn) {

		static Entry of(JsonNode hours, String date) {
			return new Entry(LocalDate.parse(hours.get(date).stringValue()), windowsOf(hours.get("windows")),
					hours.get("slotMinutes").intValue(), false);
		}

		static List<Opening> windowsOf(JsonNode windows) {
			return windows.values()
				.stream()
				.map((window) -> new Opening(LocalTime.parse(window.get("start").stringValue()),
						LocalTime.parse(window.get("end").stringValue())))
				.toList();
		}

		Entry asWithdrawn() {
			return new Entry(this.date, this.windows, this.slotMinutes, true);
		}

		String printed() {
			return this.windows + " by " + this.slotMinutes;
		}

	}

	private record Opening(LocalTime from, LocalTime to) {

		boolean isOpenAt(LocalDateTime time, LocalDate on) {
			LocalDateTime closes = (this.to.isAfter(this.from) ? on : on.plusDays(1)).atTime(this.to);
			return !time.isBefore(on.atTime(this.from)) && time.isBefore(closes);
		}

	}

	private record Away(Instant start, Instant end, boolean withdrawn) {

		static Away of(Recorded event) {
			return new Away(event.instant("timeOff", "interval", "start"), event.instant("timeOff", "interval", "end"),
					false);
		}

		Away asWithdrawn() {
			return new Away(this.start, this.end, true);
		}

		boolean touches(Stay stay) {
			return this.start.isBefore(stay.end()) && stay.start().isBefore(this.end);
		}

	}

}
