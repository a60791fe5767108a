package clinic.daybook.api.scheduling;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Hours on one date beside the weekly ones; they open a closed day too.
 *
 * @param extraHoursId tells them from others of the same date
 */
public record ExtraHours(UUID extraHoursId, LocalDate date, List<Window> windows, int slotMinutes) {

	public ExtraHours {
		windows = List.copyOf(windows);
	}

	/** When the last of them is over, on the clock on the wall. */
	public LocalDateTime end() {
		return this.windows.stream()
			.map((window) -> window.endFor(this.date))
			.max(Comparator.naturalOrder())
			.orElseGet(this.date::atStartOfDay);
	}

}
