package clinic.daybook.api.scheduling;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A stretch of a working day in wall-clock time. An end at or before the start lies on
 * the next day, so equal ones make 24 hours.
 */
public record Window(LocalTime start, LocalTime end) {

	public LocalDateTime startOn(LocalDate date) {
		return date.atTime(this.start);
	}

	public LocalDateTime endFor(LocalDate date) {
		return this.end.isAfter(this.start) ? date.atTime(this.end) : date.plusDays(1).atTime(this.end);
	}

}
