package clinic.daybook.app.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.api.scheduling.Timetable;
import clinic.daybook.api.scheduling.WeeklyHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The story, whenever it is told. */
class StoryTest {

	private static final Instant A_THURSDAY = Instant.parse("2026-12-03T15:20:00Z");

	/**
	 * A year, at changing days and times: clock changes and the year's end included.
	 */
	static Stream<Instant> nows() {
		return Stream.iterate(A_THURSDAY, (now) -> now.plus(Duration.ofHours(187))).limit(48);
	}

	@Test
	void isTheSameForAllWhoTellItAtOnce() {
		assertThat(Story.until(A_THURSDAY)).isEqualTo(Story.until(A_THURSDAY));
	}

	@ParameterizedTest
	@MethodSource("nows")
	void isInOrderAndOver(Instant now) {
		List<Happening> happenings = Story.until(now).happenings();

		assertThat(happenings).isSortedAccordingTo(Comparator.comparing(Happening::at));
		assertThat(happenings.getFirst().at()).isBetween(now.minus(Duration.ofDays(100)),
				now.minus(Duration.ofDays(90)));
		assertThat(happenings.getLast().at()).isBetween(now.minus(Duration.ofDays(4)), now);
	}

	@ParameterizedTest
	@MethodSource("nows")
	void hasNothingInItThatWouldBeRefused(Instant now) {
		Clinic clinic = new Clinic(now);
		Story.until(now).happenings().forEach(clinic::accept);
		clinic.isFullOfLife();
	}

	@Test
	void leavesEveryDoctorMostOfTheComingWeek() {
		Clinic clinic = new Clinic(A_THURSDAY);
		Story.until(A_THURSDAY).happenings().forEach(clinic::accept);

		for (DemoDoctor doctor : DemoDoctor.ALL) {
			LocalDate today = LocalDate.ofInstant(A_THURSDAY, doctor.site().zone());
			List<Interval> slots = today.plusDays(1)
				.datesUntil(today.plusDays(8))
				.flatMap((date) -> clinic.timetable(doctor).slotsOn(date).stream())
				.toList();
			long booked = clinic.booked.values()
				.stream()
				.filter((one) -> one.doctor().equals(doctor) && slots.contains(one.slot()))
				.count();

			assertThat(booked).as(doctor.person().fullName()).isBetween(3L, slots.size() / 2L);
		}
	}

	@Test
	void hasHoursOfManyKinds() {
		assertThat(DemoDoctor.ALL.stream().map(DemoDoctor::slotMinutes)).contains(15, 20, 30, 45);
		assertThat(DemoDoctor.ALL.stream().map((doctor) -> doctor.site().zone()).distinct()).hasSize(2);
		assertThat(DemoDoctor.RUTH.week().days()).doesNotContainKey(DayOfWeek.FRIDAY);
		assertThat(DemoDoctor.TOMASZ.week().days().get(DayOfWeek.THURSDAY))
			.anyMatch((window) -> window.end().equals(LocalTime.of(20, 0)));
		assertThat(DemoDoctor.ALL).allSatisfy(
				(doctor) -> assertThat(doctor.week().days().get(DayOfWeek.MONDAY)).as("a lunch break").hasSize(2));
	}

	/** Accepts what a clinic would accept, by rules of its own. */
	private static final class Clinic {

		private final Instant now;

		private final Map<DemoDoctor, Timetable> timetables = new HashMap<>();

		private final List<DemoPerson> people = new ArrayList<>();

		private final Map<UUID, PlannedAppointment> booked = new HashMap<>();

		private final Map<UUID, PlannedAppointment> checkedIn = new HashMap<>();

		private final List<PlannedAppointment> completed = new ArrayList<>();

		private final List<PlannedAppointment> missed = new ArrayList<>();

		private final List<PlannedAppointment> cancelled = new ArrayList<>();

		private Clinic(Instant now) {
			this.now = now;
		}

		private Timetable timetable(DemoDoctor doctor) {
			return this.timetables.getOrDefault(doctor, new Timetable(doctor.site().zone(), WeeklyHours.NONE));
		}

		private void accept(Happening happening) {
			switch (happening) {
				case Happening.Registered registered -> this.people.add(registered.person());
				case Happening.DepartmentOpened opened -> assertThat(this.people).contains(Cast.ADMIN);
				case Happening.DoctorOnboarded onboarded -> this.people.add(onboarded.doctor().person());
				case Happening.HoursSet set -> set(set);
				case Happening.PolicySet policy -> assertThat(this.people).contains(policy.doctor().person());
				case Happening.DaysTakenOff off -> {
					Timetable timetable = timetable(off.doctor());
					Interval away = new Interval(timetable.day(off.from()).start(), timetable.day(off.to()).end());
					assertThat(timetable.slotsOn(off.from())).isNotEmpty();
					assertThat(this.booked.values()).filteredOn((one) -> one.doctor().equals(off.doctor()))
						.noneMatch((one) -> one.slot().overlaps(away));
					this.timetables.put(off.doctor(), timetable.with(new TimeOff(off.timeOffId(), away, off.reason())));
				}
				case Happening.ExtraHoursOpened opened -> {
					Timetable timetable = timetable(opened.doctor());
					assertThat(timetable.slotsOn(opened.extraHours().date())).isEmpty();
					assertThat(timetable.with(opened.extraHours()).firstOverlap()).isEmpty();
					this.timetables.put(opened.doctor(), timetable.with(opened.extraHours()));
				}
				case Happening.Booked booking -> book(booking);
				case Happening.Cancelled gone -> {
					assertThat(gone.at()).isBefore(gone.appointment().slot().start());
					this.cancelled.add(take(this.booked, gone.appointment()));
				}
				case Happening.CheckedIn there -> {
					assertThat(there.at()).isBetween(there.appointment().slot().start().minus(Duration.ofMinutes(15)),
							there.appointment().slot().start());
					this.checkedIn.put(there.appointment().appointmentId(), take(this.booked, there.appointment()));
				}
				case Happening.Completed seen -> {
					assertThat(seen.at()).isAfterOrEqualTo(seen.appointment().slot().end());
					this.completed.add(take(this.checkedIn, seen.appointment()));
				}
				case Happening.Missed absent -> {
					assertThat(absent.at()).isAfter(absent.appointment().slot().start());
					this.missed.add(take(this.booked, absent.appointment()));
				}
			}
		}

		private void set(Happening.HoursSet set) {
			Timetable before = timetable(set.doctor());
			WeeklyHours after = before.hours().with(set.hours());
			assertThat(before.with(after).firstOverlap()).isEmpty();
			assertThat(set.hours().effectiveFrom()).isAfterOrEqualTo(before.dateOf(set.at()));
			this.timetables.put(set.doctor(), before.with(after));
			assertThat(this.booked.values()).filteredOn((one) -> one.doctor().equals(set.doctor()))
				.allMatch((one) -> timetable(set.doctor()).covers(one.slot()));
		}

		private void book(Happening.Booked booking) {
			PlannedAppointment asked = booking.appointment();
			assertThat(this.people).contains(asked.member().person(), asked.doctor().person());
			assertThat(asked.slot().start()).isAfter(booking.at().plus(Duration.ofHours(2)));
			assertThat(timetable(asked.doctor()).at(asked.slot().start()))
				.isEqualTo(new Timetable.Place.OnGrid(asked.slot()));
			assertThat(this.booked.values()).noneMatch((other) -> other.slot().overlaps(asked.slot())
					&& (other.doctor().equals(asked.doctor()) || other.member().equals(asked.member())));
			assertThat(this.booked.put(asked.appointmentId(), asked)).isNull();
		}

		private static PlannedAppointment take(Map<UUID, PlannedAppointment> from, PlannedAppointment appointment) {
			PlannedAppointment found = from.remove(appointment.appointmentId());
			assertThat(found).isEqualTo(appointment);
			return appointment;
		}

		private boolean isOver(PlannedAppointment appointment) {
			return !appointment.slot().end().isAfter(this.now);
		}

		private void isFullOfLife() {
			assertThat(this.people).hasSameSizeAs(Cast.everybody()).hasSize(59).doesNotHaveDuplicates();
			assertThat(this.checkedIn.values()).hasSize(1).allMatch(this::isOver);
			assertThat(this.booked.values()).hasSizeGreaterThan(100).filteredOn(this::isOver).hasSize(2);
			assertThat(this.booked.values()).filteredOn((one) -> !isOver(one))
				.allMatch((one) -> one.slot().start().isAfter(this.now));
			assertThat(this.completed).hasSizeGreaterThan(400);
			assertThat(this.missed).hasSizeGreaterThan(20);
			assertThat(this.cancelled).anyMatch((one) -> one.slot().start().isAfter(this.now))
				.anyMatch((one) -> one.slot().start().isBefore(this.now));
			assertThat(this.booked.values()).filteredOn((one) -> one.member().equals(DemoMember.MAX)).hasSize(3);
			assertThat(this.booked.values()
				.stream()
				.map((one) -> one.slot().start().truncatedTo(ChronoUnit.DAYS))
				.distinct()
				.count()).isGreaterThan(30);
		}

	}

}
