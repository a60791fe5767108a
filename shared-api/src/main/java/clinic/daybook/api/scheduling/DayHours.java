package clinic.daybook.api.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * The hours of one day of the week from a date on, until a later entry for the same day
 * takes over. No windows: the day is closed.
 */
public record DayHours(DayOfWeek dayOfWeek, List<Window> windows, int slotMinutes, LocalDate effectiveFrom) {

	public DayHours {
		windows = List.copyOf(windows);
	}

}
