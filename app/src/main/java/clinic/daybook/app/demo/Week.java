package clinic.daybook.app.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import clinic.daybook.api.scheduling.Window;

/** Hours as they are written on a door: {@code 09:00-12:00 13:00-17:00}. */
record Week(Map<DayOfWeek, List<Window>> days) {

	static Week mondayTo(DayOfWeek last, String hours) {
		Map<DayOfWeek, List<Window>> days = new EnumMap<>(DayOfWeek.class);
		Arrays.stream(DayOfWeek.values())
			.filter((day) -> day.compareTo(last) <= 0)
			.forEach((day) -> days.put(day, windows(hours)));
		return new Week(days);
	}

	Week but(DayOfWeek day, String hours) {
		Map<DayOfWeek, List<Window>> changed = new EnumMap<>(this.days);
		changed.put(day, windows(hours));
		return new Week(changed);
	}

	static List<Window> windows(String hours) {
		return Arrays.stream(hours.split(" "))
			.map((window) -> window.split("-"))
			.map((ends) -> new Window(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
			.toList();
	}

}
