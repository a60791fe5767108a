package clinic.daybook.api.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Working hours in a zone: when the doctor works, and the grid of slots this makes. */
public record Timetable(ZoneId zone, WeeklyHours hours) {

	public LocalDate dateOf(Instant instant) {
		return LocalDate.ofInstant(instant, this.zone);
	}

	/** Every slot of the grid that starts on the date, ascending; nights included. */
	public List<Interval> slotsOn(LocalDate date) {
		return windowsAround(date).flatMap((window) -> window.slots().stream())
			.filter((slot) -> dateOf(slot.start()).equals(date))
			.sorted(Comparator.comparing(Interval::start))
			.toList();
	}

	/** What the grid has at an instant. */
	public Place at(Instant start) {
		Optional<OpenWindow> around = windowsAround(dateOf(start)).filter((window) -> window.open().contains(start))
			.findFirst();
		if (around.isEmpty()) {
			return new Place.Outside();
		}
		OpenWindow window = around.get();
		if (!window.open().contains(Interval.of(start, Duration.ofMinutes(window.slotMinutes())))) {
			return new Place.Outside();
		}
		return window.slots()
			.stream()
			.filter((slot) -> slot.start().equals(start))
			.findFirst()
			.<Place>map(Place.OnGrid::new)
			.orElseGet(Place.OffGrid::new);
	}

	/** Whether the doctor works from the interval's start to its end without a break. */
	public boolean covers(Interval interval) {
		Instant covered = interval.start();
		List<Interval> open = dateOf(interval.start()).minusDays(1)
			.datesUntil(dateOf(interval.end()).plusDays(1))
			.flatMap(this::windowsStartingOn)
			.map(OpenWindow::open)
			.sorted(Comparator.comparing(Interval::start))
			.toList();
		for (Interval window : open) {
			if (window.contains(covered)) {
				covered = window.end();
			}
		}
		return !covered.isBefore(interval.end());
	}

	private Stream<OpenWindow> windowsAround(LocalDate date) {
		return Stream.concat(windowsStartingOn(date.minusDays(1)), windowsStartingOn(date));
	}

	private Stream<OpenWindow> windowsStartingOn(LocalDate date) {
		return this.hours.on(date)
			.stream()
			.flatMap((day) -> day.windows()
				.stream()
				.map((window) -> OpenWindow.of(window.startOn(date), window.endFor(date), day.slotMinutes(),
						this.zone)));
	}

	/** Where an instant lies in a timetable. */
	public sealed interface Place {

		record OnGrid(Interval slot) implements Place {
		}

		record OffGrid() implements Place {
		}

		/** In no window, or too near a window's end for a whole slot. */
		record Outside() implements Place {
		}

	}

}
