package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Taken;

/**
 * The appointments a schedule still answers for, by the UTC date of their start: so that
 * a change copies one day and the index of days, not every booking.
 */
record Bookings(NavigableMap<LocalDate, List<Booked>> byDay) implements Taken {

	static final Bookings NONE = new Bookings(new TreeMap<>());

	/**
	 * No appointment is longer, so one that reaches into a day starts at most a day
	 * before it.
	 */
	private static final int LONGEST_DAYS = 1;

	Bookings with(Booked booked) {
		NavigableMap<LocalDate, List<Booked>> changed = new TreeMap<>(this.byDay);
		changed.merge(dayOf(booked.interval().start()), List.of(booked), Bookings::concat);
		return new Bookings(changed);
	}

	Bookings without(Booked booked) {
		NavigableMap<LocalDate, List<Booked>> changed = new TreeMap<>(this.byDay);
		changed.computeIfPresent(dayOf(booked.interval().start()), (day, all) -> {
			List<Booked> left = all.stream()
				.filter((each) -> !each.appointmentId().equals(booked.appointmentId()))
				.toList();
			return left.isEmpty() ? null : left;
		});
		return new Bookings(changed);
	}

	/** The same appointment as it is now, at the same hour. */
	Bookings replacing(Booked changed) {
		NavigableMap<LocalDate, List<Booked>> days = new TreeMap<>(this.byDay);
		days.computeIfPresent(dayOf(changed.interval().start()),
				(day, all) -> all.stream()
					.map((each) -> each.appointmentId().equals(changed.appointmentId()) ? changed : each)
					.toList());
		return new Bookings(days);
	}

	/** Forgets what had ended by then, whole days at a time. */
	Bookings withoutEndedBefore(Instant instant) {
		LocalDate firstKept = dayOf(instant).minusDays(LONGEST_DAYS);
		if (this.byDay.isEmpty() || !this.byDay.firstKey().isBefore(firstKept)) {
			return this;
		}
		return new Bookings(new TreeMap<>(this.byDay.tailMap(firstKept, true)));
	}

	Optional<Booked> find(UUID appointmentId) {
		return all().filter((booked) -> booked.appointmentId().equals(appointmentId)).findFirst();
	}

	/** Those that are still to come, from an instant on. */
	Stream<Booked> stillToComeFrom(Instant instant) {
		return startingFrom(instant).filter(Booked::isStillToCome);
	}

	Stream<Booked> startingFrom(Instant instant) {
		return this.byDay.tailMap(dayOf(instant), true)
			.values()
			.stream()
			.flatMap(Collection::stream)
			.filter((booked) -> !booked.interval().start().isBefore(instant));
	}

	Stream<Booked> startingWithin(Interval interval) {
		return startingFrom(interval.start()).takeWhile((booked) -> booked.interval().start().isBefore(interval.end()));
	}

	@Override
	public boolean overlaps(Interval interval) {
		return this.byDay.subMap(dayOf(interval.start()).minusDays(LONGEST_DAYS), true, dayOf(interval.end()), true)
			.values()
			.stream()
			.flatMap(Collection::stream)
			.anyMatch((booked) -> booked.holdsItsHour() && booked.interval().overlaps(interval));
	}

	private Stream<Booked> all() {
		return this.byDay.values().stream().flatMap(Collection::stream);
	}

	private static LocalDate dayOf(Instant instant) {
		return LocalDate.ofInstant(instant, ZoneOffset.UTC);
	}

	private static List<Booked> concat(List<Booked> some, List<Booked> more) {
		List<Booked> both = new ArrayList<>(some);
		both.addAll(more);
		both.sort((one, other) -> one.interval().start().compareTo(other.interval().start()));
		return List.copyOf(both);
	}

}
