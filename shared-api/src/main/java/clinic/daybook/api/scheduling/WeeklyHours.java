package clinic.daybook.api.scheduling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All entries of hours of a schedule, past, present and still to come, ordered by day of
 * the week and date.
 */
public record WeeklyHours(List<DayHours> entries) {

	private static final Comparator<DayHours> BY_DAY_AND_DATE = Comparator.comparing(DayHours::dayOfWeek)
		.thenComparing(DayHours::effectiveFrom);

	public static final WeeklyHours NONE = new WeeklyHours(List.of());

	public WeeklyHours {
		entries = entries.stream().sorted(BY_DAY_AND_DATE).toList();
	}

	/** These hours with one entry more, which replaces one of the same day and date. */
	public WeeklyHours with(DayHours entry) {
		List<DayHours> changed = new ArrayList<>(this.entries);
		changed.removeIf(
				(each) -> each.dayOfWeek() == entry.dayOfWeek() && each.effectiveFrom().equals(entry.effectiveFrom()));
		changed.add(entry);
		return new WeeklyHours(changed);
	}

	/** The entry in force on a date, if any. */
	public Optional<DayHours> on(LocalDate date) {
		return this.entries.stream()
			.filter((entry) -> entry.dayOfWeek() == date.getDayOfWeek() && !entry.effectiveFrom().isAfter(date))
			.reduce((earlier, later) -> later);
	}

	/** The entries that still matter on that date or after it. */
	public WeeklyHours from(LocalDate date) {
		return new WeeklyHours(this.entries.stream().filter((entry) -> !isSupersededBy(date, entry)).toList());
	}

	/**
	 * A week on either side of each date on which entries change: these show every
	 * neighbourhood of windows that there can be.
	 */
	Stream<LocalDate> datesAroundChanges() {
		return this.entries.stream()
			.map(DayHours::effectiveFrom)
			.distinct()
			.flatMap((changed) -> changed.minusDays(8).datesUntil(changed.plusDays(9)));
	}

	private boolean isSupersededBy(LocalDate date, DayHours entry) {
		return this.entries.stream()
			.anyMatch((other) -> other.dayOfWeek() == entry.dayOfWeek()
					&& other.effectiveFrom().isAfter(entry.effectiveFrom()) && !other.effectiveFrom().isAfter(date));
	}

}
