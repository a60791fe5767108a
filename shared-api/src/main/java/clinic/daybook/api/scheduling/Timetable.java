package clinic.daybook.api.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * When a doctor works, in a zone, and the grid of slots this makes: the weekly hours and
 * extra hours of single dates, without the time off.
 */
public record Timetable(ZoneId zone, WeeklyHours hours, List<ExtraHours> extraHours, List<TimeOff> timeOff) {

	public Timetable {
		extraHours = List.copyOf(extraHours);
		timeOff = List.copyOf(timeOff);
	}

	/** Weekly hours alone. */
	public Timetable(ZoneId zone, WeeklyHours hours) {
		this(zone, hours, List.of(), List.of());
	}

	/** Of a doctor who takes no appointments. */
	public Timetable closed() {
		return new Timetable(this.zone, WeeklyHours.NONE);
	}

	public Timetable with(WeeklyHours changed) {
		return new Timetable(this.zone, changed, this.extraHours, this.timeOff);
	}

	public Timetable with(ExtraHours more) {
		return new Timetable(this.zone, this.hours, and(this.extraHours, more), this.timeOff);
	}

	public Timetable withoutExtraHours(UUID extraHoursId) {
		return new Timetable(this.zone, this.hours,
				this.extraHours.stream().filter((each) -> !each.extraHoursId().equals(extraHoursId)).toList(),
				this.timeOff);
	}

	public Optional<ExtraHours> findExtraHours(UUID extraHoursId) {
		return this.extraHours.stream().filter((each) -> each.extraHoursId().equals(extraHoursId)).findFirst();
	}

	public Optional<TimeOff> findTimeOff(UUID timeOffId) {
		return this.timeOff.stream().filter((each) -> each.timeOffId().equals(timeOffId)).findFirst();
	}

	public Timetable with(TimeOff more) {
		return new Timetable(this.zone, this.hours, this.extraHours, and(this.timeOff, more));
	}

	public Timetable withoutTimeOff(UUID timeOffId) {
		return new Timetable(this.zone, this.hours, this.extraHours,
				this.timeOff.stream().filter((each) -> !each.timeOffId().equals(timeOffId)).toList());
	}

	/**
	 * Without what was over by then; of weekly hours, without entries superseded by then.
	 */
	public Timetable from(Instant instant) {
		return new Timetable(this.zone, this.hours.from(dateOf(instant).minusDays(1)),
				this.extraHours.stream()
					.filter((extra) -> !extra.end().isBefore(LocalDateTime.ofInstant(instant, this.zone)))
					.toList(),
				this.timeOff.stream().filter((off) -> off.interval().end().isAfter(instant)).toList());
	}

	public LocalDate dateOf(Instant instant) {
		return LocalDate.ofInstant(instant, this.zone);
	}

	/** The local date from its first instant to that of the next. */
	public Interval day(LocalDate date) {
		return new Interval(date.atStartOfDay(this.zone).toInstant(),
				date.plusDays(1).atStartOfDay(this.zone).toInstant());
	}

	public boolean isEmpty() {
		return this.hours.entries().isEmpty() && this.extraHours.isEmpty();
	}

	/** Every slot that starts on the date, ascending; nights included. */
	public List<Interval> slotsOn(LocalDate date) {
		return windowsAround(date).flatMap((window) -> window.slots().stream())
			.filter((slot) -> dateOf(slot.start()).equals(date) && !isOnTimeOff(slot))
			.sorted(Comparator.comparing(Interval::start))
			.toList();
	}

	/** What the timetable has at an instant. */
	public Place at(Instant start) {
		Optional<OpenWindow> around = windowsAround(dateOf(start)).filter((window) -> window.open().contains(start))
			.findFirst();
		if (around.isEmpty()) {
			return new Place.Outside();
		}
		OpenWindow window = around.get();
		Interval asked = Interval.of(start, Duration.ofMinutes(window.slotMinutes()));
		if (!window.open().contains(asked)) {
			return new Place.Outside();
		}
		if (isOnTimeOff(asked)) {
			return new Place.OnTimeOff();
		}
		return window.slots()
			.stream()
			.filter((slot) -> slot.start().equals(start))
			.findFirst()
			.<Place>map(Place.OnGrid::new)
			.orElseGet(Place.OffGrid::new);
	}

	/** What the timetable has where somebody walks in: the grid doesn't matter. */
	public Place at(Interval asked) {
		if (!isWithinHours(asked)) {
			return new Place.Outside();
		}
		return isOnTimeOff(asked) ? new Place.OnTimeOff() : new Place.OnGrid(asked);
	}

	/**
	 * Whether the doctor works from the interval's start to its end without a break and
	 * is not away.
	 */
	public boolean covers(Interval interval) {
		return isWithinHours(interval) && !isOnTimeOff(interval);
	}

	/** Two windows that would be open at once, if there are any. */
	public Optional<Overlap> firstOverlap() {
		return Overlap.firstOn(Stream.concat(this.hours.datesAroundChanges(),
				this.extraHours.stream().map(ExtraHours::date).flatMap((date) -> Stream.of(date, date.plusDays(1)))),
				this::windowsOn);
	}

	private boolean isOnTimeOff(Interval interval) {
		return this.timeOff.stream().anyMatch((off) -> off.interval().overlaps(interval));
	}

	private boolean isWithinHours(Interval interval) {
		Instant covered = interval.start();
		List<Interval> open = dateOf(interval.start()).minusDays(1)
			.datesUntil(dateOf(interval.end()).plusDays(1))
			.flatMap(this::openOn)
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
		return Stream.concat(openOn(date.minusDays(1)), openOn(date));
	}

	private Stream<OpenWindow> openOn(LocalDate date) {
		return Stream.concat(
				this.hours.on(date).stream().flatMap((day) -> open(date, day.windows(), day.slotMinutes())),
				extraOn(date).flatMap((extra) -> open(date, extra.windows(), extra.slotMinutes())));
	}

	private Stream<OpenWindow> open(LocalDate date, List<Window> windows, int slotMinutes) {
		return windows.stream()
			.map((window) -> OpenWindow.of(window.startOn(date), window.endFor(date), slotMinutes, this.zone));
	}

	private Stream<Window> windowsOn(LocalDate date) {
		return Stream.concat(this.hours.on(date).stream().flatMap((day) -> day.windows().stream()),
				extraOn(date).flatMap((extra) -> extra.windows().stream()));
	}

	private Stream<ExtraHours> extraOn(LocalDate date) {
		return this.extraHours.stream().filter((extra) -> extra.date().equals(date));
	}

	private static <T> List<T> and(List<T> some, T more) {
		return Stream.concat(some.stream(), Stream.of(more)).toList();
	}

	/** Where an instant lies in a timetable. */
	public sealed interface Place {

		record OnGrid(Interval slot) implements Place {
		}

		record OffGrid() implements Place {
		}

		/** In a window, but the doctor is away. */
		record OnTimeOff() implements Place {
		}

		/** In no window, or too near a window's end for a whole slot. */
		record Outside() implements Place {
		}

	}

}
