package clinic.daybook.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Thinks out the appointments of the story, and what becomes of each. It keeps to what a
 * schedule will accept: nobody is in two places, no slot is given twice, everything is
 * booked at least a day ahead, and nothing happens later than now.
 */
final class Appointments {

	private static final int DAYS_TO_COME = 60;

	/** The most that anybody books ahead of the slot or, if that is to come, of today. */
	private static final int BOOKED_AHEAD_DAYS = 14;

	private static final int DAYS_OF_A_WEEK = 7;

	private static final int FIRST_HOUR = 8;

	private static final int OPEN_MINUTES = 12 * 60;

	private static final List<String> REASONS = List.of("A cough for a week", "Check-up", "Back pain",
			"A new prescription", "Test results", "Itching on both arms", "Dizzy in the mornings", "A second opinion",
			"Vaccination", "Follow-up of the last visit");

	private final Instant now;

	private final Opening opening;

	private final Registrations registrations;

	private final Random random;

	private final List<Happening> happenings = new ArrayList<>();

	private final Set<DoctorsSlot> taken = new HashSet<>();

	private final Set<MembersDay> spent = new HashSet<>();

	private int count;

	Appointments(Instant now, Opening opening, Registrations registrations, Random random) {
		this.now = now;
		this.opening = opening;
		this.registrations = registrations;
		this.random = random;
	}

	List<Happening> thoughtOut() {
		thinkOutThoseOfMax();
		for (DemoDoctor doctor : DemoDoctor.ALL) {
			this.opening.date()
				.plusDays(1)
				.datesUntil(today(doctor).plusDays(DAYS_TO_COME + 1))
				.forEach((date) -> thinkOut(doctor, date));
		}
		leaveOpen(DemoDoctor.LEYLA, Course.LEFT_BOOKED);
		leaveOpen(DemoDoctor.RUTH, Course.LEFT_BOOKED);
		leaveOpen(DemoDoctor.JONAS, Course.LEFT_CHECKED_IN);
		return List.copyOf(this.happenings);
	}

	/** So that whoever logs in as Max finds a history and something to come. */
	private void thinkOutThoseOfMax() {
		add(DemoDoctor.GRACE, -80, Course.KEPT, "Check-up");
		add(DemoDoctor.HANA, -62, Course.KEPT, "A mole that has changed");
		add(DemoDoctor.GRACE, -45, Course.CANCELLED_BY_MEMBER, null);
		add(DemoDoctor.GRACE, -38, Course.KEPT, "Back pain after moving house");
		add(DemoDoctor.RUTH, -20, Course.MISSED, null);
		add(DemoDoctor.HANA, -10, Course.KEPT, null);
		add(DemoDoctor.GRACE, 3, Course.KEPT, "Results of the blood test");
		add(DemoDoctor.HANA, 12, Course.KEPT, "The mole again");
		add(DemoDoctor.RUTH, 18, Course.CANCELLED_BY_CLINIC, null);
		add(DemoDoctor.GRACE, 40, Course.KEPT, "Vaccination");
	}

	/**
	 * On the doctor's last day at work, so that at any hour there is somebody to check in
	 * and somebody who was there.
	 */
	private void leaveOpen(DemoDoctor doctor, Course course) {
		DoctorsSlot slot = Stream.iterate(today(doctor).minusDays(1), (date) -> date.minusDays(1))
			.limit(DAYS_OF_A_WEEK)
			.flatMap((date) -> this.opening.timetableOf(doctor).slotsOn(date).stream())
			.map((time) -> new DoctorsSlot(doctor, time))
			.filter((free) -> !this.taken.contains(free))
			.findFirst()
			.orElseThrow();
		Instant bookedAt = bookedAt(slot, 2);
		add(slot, someMember(slot, bookedAt).orElseThrow(), bookedAt, course, null);
	}

	/** On the first date from there on at which the doctor works. */
	private void add(DemoDoctor doctor, int daysFromToday, Course course, @Nullable String reason) {
		LocalDate from = today(doctor).plusDays(daysFromToday);
		List<Interval> slots = from.datesUntil(from.plusWeeks(1))
			.map((date) -> this.opening.timetableOf(doctor).slotsOn(date))
			.filter((some) -> !some.isEmpty())
			.findFirst()
			.orElseThrow();
		DoctorsSlot slot = new DoctorsSlot(doctor, slots.get(slots.size() / 3));
		add(slot, DemoMember.MAX, bookedAt(slot, 2), course, reason);
	}

	private void thinkOut(DemoDoctor doctor, LocalDate date) {
		List<Interval> slots = new ArrayList<>(this.opening.timetableOf(doctor).slotsOn(date));
		Collections.shuffle(slots, this.random);
		slots.stream()
			.map((slot) -> new DoctorsSlot(doctor, slot))
			.filter((slot) -> !this.taken.contains(slot) && (slot.isOver(this.now) || slot.isToCome(this.now)))
			.limit(howMany(today(doctor).until(date, ChronoUnit.DAYS)))
			.forEach(this::thinkOut);
	}

	/** The further ahead, the fewer: there is to be something left to book. */
	private int howMany(long daysFromToday) {
		if (daysFromToday <= 7) {
			return 1 + this.random.nextInt(3);
		}
		return this.random.nextInt((daysFromToday <= 30) ? 3 : 2);
	}

	private void thinkOut(DoctorsSlot slot) {
		Instant bookedAt = bookedAt(slot, 1 + this.random.nextInt(BOOKED_AHEAD_DAYS));
		int dice = this.random.nextInt(100);
		Course course = slot.isOver(this.now) ? Course.ofThePast(dice) : Course.sinceBooking(dice);
		@Nullable String reason = (this.random.nextInt(3) == 0) ? REASONS.get(this.random.nextInt(REASONS.size())) : null;
		someMember(slot, bookedAt).ifPresent((member) -> add(slot, member, bookedAt, course, reason));
	}

	/** Somebody from there who has nothing else on that day. */
	private Optional<DemoMember> someMember(DoctorsSlot slot, Instant bookedAt) {
		List<DemoMember> some = this.registrations.at(slot.doctor().site(), bookedAt)
			.stream()
			.filter((member) -> !member.equals(DemoMember.MAX))
			.filter((member) -> !this.spent.contains(new MembersDay(member, slot.date())))
			.toList();
		return some.isEmpty() ? Optional.empty() : Optional.of(some.get(this.random.nextInt(some.size())));
	}

	private void add(DoctorsSlot slot, DemoMember member, Instant bookedAt, Course course, @Nullable String reason) {
		this.taken.add(slot);
		this.spent.add(new MembersDay(member, slot.date()));
		this.count++;
		PlannedAppointment appointment = new PlannedAppointment(DemoId.APPOINTMENT.number(this.count), slot.doctor(),
				member, slot.time());
		Booker by = (this.random.nextInt(4) == 0) ? Booker.CLINIC : Booker.MEMBER;
		this.happenings.add(new Happening.Booked(bookedAt, appointment, by, reason));
		switch (course) {
			case KEPT -> keep(slot, appointment);
			case MISSED ->
				this.happenings.add(new Happening.Missed(slot.time().start().plus(minutes(15, 5)), appointment));
			case LEFT_BOOKED -> {
			}
			case LEFT_CHECKED_IN -> checkIn(slot, appointment);
			case CANCELLED_BY_MEMBER -> cancel(slot, appointment, bookedAt, Booker.MEMBER, null);
			case CANCELLED_BY_CLINIC -> cancel(slot, appointment, bookedAt, Booker.CLINIC, "The doctor is away");
		}
	}

	private void keep(DoctorsSlot slot, PlannedAppointment appointment) {
		if (slot.isOver(this.now)) {
			checkIn(slot, appointment);
			this.happenings.add(new Happening.Completed(slot.time().end().plus(minutes(0, 6)), appointment));
		}
	}

	private void checkIn(DoctorsSlot slot, PlannedAppointment appointment) {
		this.happenings.add(new Happening.CheckedIn(slot.time().start().minus(minutes(2, 9)), appointment));
	}

	/** On a day between the booking and the slot, if there is one. */
	private void cancel(DoctorsSlot slot, PlannedAppointment appointment, Instant bookedAt, Booker by,
			@Nullable String reason) {
		LocalDate first = slot.dateOf(bookedAt).plusDays(1);
		int days = (int) first.until(slot.lastDayBefore(this.now), ChronoUnit.DAYS) + 1;
		if (days > 0) {
			this.happenings.add(new Happening.Cancelled(
					during(first.plusDays(this.random.nextInt(days)), slot.doctor().site()), appointment, by, reason));
		}
		else {
			keep(slot, appointment);
		}
	}

	private Instant bookedAt(DoctorsSlot slot, int daysAhead) {
		return during(slot.lastDayBefore(this.now).minusDays(daysAhead - 1), slot.doctor().site());
	}

	private Instant during(LocalDate date, Site site) {
		return date.atTime(FIRST_HOUR, 0)
			.atZone(site.zone())
			.toInstant()
			.plus(minutes(0, OPEN_MINUTES))
			.plusSeconds(this.random.nextInt(60));
	}

	private Duration minutes(int atLeast, int choices) {
		return Duration.ofMinutes(atLeast + this.random.nextInt(choices));
	}

	private LocalDate today(DemoDoctor doctor) {
		return LocalDate.ofInstant(this.now, doctor.site().zone());
	}

	private record MembersDay(DemoMember member, LocalDate date) {
	}

}
