package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.api.scheduling.Window;

/**
 * A doctor as the contract has it, in lists of facts and the plainest arithmetic there
 * is. Slow, and not to share anything with what it is to check.
 */
final class ModelDoctor {

	final UUID id;

	final ZoneId zone;

	final List<DayHours> weekly = new ArrayList<>();

	final List<ExtraHours> extra = new ArrayList<>();

	final List<TimeOff> timeOff = new ArrayList<>();

	SchedulingPolicy policy = new SchedulingPolicy(0, 365, 0, 10, 0);

	boolean active = true;

	private final Map<LocalDate, List<Opening>> openings = new HashMap<>();

	private final Map<LocalDate, List<ModelSlot>> slots = new HashMap<>();

	ModelDoctor(UUID id, ZoneId zone) {
		this.id = id;
		this.zone = zone;
	}

	/** As it would be if it were changed, to try something. */
	ModelDoctor copy() {
		ModelDoctor copy = new ModelDoctor(this.id, this.zone);
		copy.weekly.addAll(this.weekly);
		copy.extra.addAll(this.extra);
		copy.timeOff.addAll(this.timeOff);
		copy.policy = this.policy;
		copy.active = this.active;
		return copy;
	}

	void become(ModelDoctor other) {
		this.weekly.clear();
		this.weekly.addAll(other.weekly);
		this.extra.clear();
		this.extra.addAll(other.extra);
		this.timeOff.clear();
		this.timeOff.addAll(other.timeOff);
		this.policy = other.policy;
		this.active = other.active;
		this.openings.clear();
		this.slots.clear();
	}

	LocalDate dateOf(Instant instant) {
		return instant.atZone(this.zone).toLocalDate();
	}

	/**
	 * When a clock on the wall first shows that time; if it never does, when it jumps
	 * over it.
	 */
	Instant instantOf(LocalDateTime local) {
		Instant roughly = local.toInstant(ZoneOffset.UTC);
		for (int hours : new int[] { -26, -3, 3, 26 }) {
			Instant candidate = local.toInstant(this.zone.getRules().getOffset(roughly.plus(Duration.ofHours(hours))));
			if (wall(candidate).equals(local)) {
				return candidate;
			}
		}
		Instant minute = roughly.minus(Duration.ofHours(40)).truncatedTo(ChronoUnit.MINUTES);
		while (wall(minute).isBefore(local)) {
			minute = minute.plus(Duration.ofMinutes(1));
		}
		return minute;
	}

	private boolean isShown(LocalDateTime local) {
		return wall(instantOf(local)).equals(local);
	}

	private LocalDateTime wall(Instant instant) {
		return instant.atZone(this.zone).toLocalDateTime();
	}

	/** The hours that begin on a date, weekly and extra ones. */
	List<WallWindow> windowsFrom(LocalDate date) {
		List<WallWindow> windows = new ArrayList<>();
		DayHours inForce = null;
		for (DayHours entry : this.weekly) {
			if (entry.dayOfWeek() == date.getDayOfWeek() && !entry.effectiveFrom().isAfter(date)
					&& (inForce == null || entry.effectiveFrom().isAfter(inForce.effectiveFrom()))) {
				inForce = entry;
			}
		}
		if (inForce != null) {
			for (Window window : inForce.windows()) {
				windows.add(WallWindow.of(date, window, inForce.slotMinutes()));
			}
		}
		for (ExtraHours more : this.extra) {
			if (more.date().equals(date)) {
				more.windows().forEach((window) -> windows.add(WallWindow.of(date, window, more.slotMinutes())));
			}
		}
		windows.sort(Comparator.comparing(WallWindow::start));
		return windows;
	}

	private List<Opening> openingsFrom(LocalDate date) {
		return this.openings.computeIfAbsent(date,
				(day) -> windowsFrom(day).stream()
					.map((window) -> new Opening(window, instantOf(window.start()), instantOf(window.end())))
					.toList());
	}

	/** The hours that an instant falls into. */
	Optional<Opening> openingAt(Instant instant) {
		LocalDate date = dateOf(instant);
		for (int days = -2; days <= 1; days++) {
			for (Opening opening : openingsFrom(date.plusDays(days))) {
				if (!instant.isBefore(opening.opens()) && instant.isBefore(opening.closes())) {
					return Optional.of(opening);
				}
			}
		}
		return Optional.empty();
	}

	/** The grid: what begins on a local date, whoever has it. */
	List<ModelSlot> gridOn(LocalDate date) {
		return this.slots.computeIfAbsent(date, this::findGridOn);
	}

	private List<ModelSlot> findGridOn(LocalDate date) {
		List<ModelSlot> grid = new ArrayList<>();
		for (LocalDate day : List.of(date.minusDays(2), date.minusDays(1), date)) {
			for (Opening opening : openingsFrom(day)) {
				ModelSlot last = null;
				for (ModelSlot slot : steps(opening)) {
					if (last == null || !last.overlaps(slot.start(), slot.end())) {
						last = slot;
						if (dateOf(slot.start()).equals(date)) {
							grid.add(slot);
						}
					}
				}
			}
		}
		grid.sort(Comparator.comparing(ModelSlot::start));
		return grid;
	}

	private List<ModelSlot> steps(Opening opening) {
		List<ModelSlot> steps = new ArrayList<>();
		Duration length = Duration.ofMinutes(opening.window().slotMinutes());
		LocalDateTime local = opening.window().start();
		while (!local.plus(length).isAfter(opening.window().end())) {
			if (isShown(local)) {
				Instant start = instantOf(local);
				if (!start.plus(length).isAfter(opening.closes())) {
					steps.add(new ModelSlot(start, start.plus(length)));
				}
			}
			local = local.plus(length);
		}
		return steps;
	}

	boolean isAway(Instant start, Instant end) {
		return this.timeOff.stream()
			.anyMatch((away) -> away.interval().start().isBefore(end) && start.isBefore(away.interval().end()));
	}

	/** Whether the doctor is at work all that time, in one window or in several. */
	boolean isOpenAll(Instant start, Instant end) {
		Instant reached = start;
		while (this.active && reached.isBefore(end)) {
			Optional<Opening> opening = openingAt(reached);
			if (opening.isEmpty()) {
				return false;
			}
			reached = opening.get().closes();
		}
		return this.active;
	}

	boolean isAtWorkAll(Instant start, Instant end) {
		return isOpenAll(start, end) && !isAway(start, end);
	}

	boolean isOver(ExtraHours extra, Instant now) {
		return extra.windows()
			.stream()
			.map((window) -> instantOf(WallWindow.of(extra.date(), window, extra.slotMinutes()).end()))
			.allMatch((end) -> !end.isAfter(now));
	}

	/** Whether hours run into each other on some date from one on. */
	boolean hasOverlapFrom(LocalDate date) {
		LocalDate last = Stream
			.concat(this.weekly.stream().map(DayHours::effectiveFrom), this.extra.stream().map(ExtraHours::date))
			.max(Comparator.naturalOrder())
			.orElse(date)
			.plusDays(9);
		LocalDateTime taken = LocalDateTime.MIN;
		for (LocalDate day = date.minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
			for (WallWindow window : windowsFrom(day)) {
				if (window.start().isBefore(taken)) {
					return true;
				}
				taken = window.end();
			}
		}
		return false;
	}

	@Override
	public String toString() {
		return this.id + " " + this.zone + (this.active ? "" : " INACTIVE") + "\n    " + this.policy + "\n    weekly "
				+ this.weekly + "\n    extra " + this.extra + "\n    off " + this.timeOff;
	}

	/** Hours on the clock on the wall. */
	record WallWindow(LocalDateTime start, LocalDateTime end, int slotMinutes) {

		static WallWindow of(LocalDate date, Window window, int slotMinutes) {
			LocalTime from = window.start();
			LocalTime to = window.end();
			LocalDate until = (to.compareTo(from) <= 0) ? date.plusDays(1) : date;
			return new WallWindow(LocalDateTime.of(date, from), LocalDateTime.of(until, to), slotMinutes);
		}

	}

	/** The same hours, as they come to pass. */
	record Opening(WallWindow window, Instant opens, Instant closes) {
	}

}
