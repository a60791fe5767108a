package clinic.daybook.api.scheduling;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Two windows that are open at once, on or around the date. */
public record Overlap(LocalDate date, Window first, Window second) {

	/**
	 * The first there is on some dates, if there is any; the night of the day before may
	 * run into the morning.
	 */
	static Optional<Overlap> firstOn(Stream<LocalDate> dates, Function<LocalDate, Stream<Window>> windowsOn) {
		return dates.distinct().sorted().flatMap((date) -> on(date, windowsOn).stream()).findFirst();
	}

	private static Optional<Overlap> on(LocalDate date, Function<LocalDate, Stream<Window>> windowsOn) {
		List<OnDate> windows = Stream.of(date.minusDays(1), date)
			.flatMap((day) -> windowsOn.apply(day).map((window) -> OnDate.of(window, day)))
			.sorted(Comparator.comparing(OnDate::start))
			.toList();
		for (int i = 1; i < windows.size(); i++) {
			if (windows.get(i).start().isBefore(windows.get(i - 1).end())) {
				return Optional.of(new Overlap(date, windows.get(i - 1).window(), windows.get(i).window()));
			}
		}
		return Optional.empty();
	}

	private record OnDate(Window window, LocalDateTime start, LocalDateTime end) {

		static OnDate of(Window window, LocalDate date) {
			return new OnDate(window, window.startOn(date), window.endFor(date));
		}

	}

}
