package clinic.daybook.query.scheduling;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.api.scheduling.WeeklyHours;
import clinic.daybook.api.scheduling.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarTest {

	private static final LocalDate DATE = LocalDate.parse("2026-12-01");

	private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");

	private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

	private static final ScheduleRow MORNINGS = schedule(9, 12, true);

	private static final TimeOff AWAY = new TimeOff(UUID.randomUUID(),
			Interval.of(NINE.plus(Duration.ofMinutes(29)), HALF_AN_HOUR), null);

	@Test
	void anAppointmentInTheWeeklyHoursIsInside() {
		assertThat(calendar(MORNINGS).leavesOutside(at(NINE, AppointmentStatus.BOOKED))).isFalse();
	}

	@Test
	void anAppointmentThatTheHoursCoverOnlyInPartIsOutsideUntilTheyAreRestored() {
		AppointmentRow appointment = at(NINE, AppointmentStatus.BOOKED);
		ScheduleRow later = schedule(10, 12, true);
		ExtraHours restored = new ExtraHours(UUID.randomUUID(), DATE,
				List.of(new Window(LocalTime.of(8, 0), LocalTime.of(10, 0))), 30);

		assertThat(calendar(later).leavesOutside(appointment)).isTrue();
		assertThat(new Calendar(later, later.timetable(List.of(restored), List.of()), List.of())
			.leavesOutside(appointment)).isFalse();
	}

	@Test
	void anAppointmentDuringTimeOffIsOutsideUntilThatIsWithdrawn() {
		AppointmentRow appointment = at(NINE, AppointmentStatus.BOOKED);

		assertThat(calendar(MORNINGS, AWAY).leavesOutside(appointment)).isTrue();
		assertThat(calendar(MORNINGS).leavesOutside(appointment)).isFalse();
	}

	@Test
	void anInactiveDoctorLeavesEveryAppointmentOutside() {
		assertThat(calendar(schedule(9, 12, false)).leavesOutside(at(NINE, AppointmentStatus.BOOKED))).isTrue();
	}

	@Test
	void whoeverWalkedInIsSeenWithinTheHoursToo() {
		AppointmentRow walkIn = new AppointmentRow(UUID.randomUUID(), 1, MORNINGS.doctorId(), UUID.randomUUID(),
				NINE.plusSeconds(420), NINE.plusSeconds(1320), AppointmentStatus.BOOKED, true, null, NINE, null, null,
				null);

		assertThat(calendar(MORNINGS).leavesOutside(walkIn)).isFalse();
		assertThat(calendar(schedule(10, 12, true)).leavesOutside(walkIn)).isTrue();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BOOKED")
	void whatIsNoLongerBookedIsNotMarked(AppointmentStatus status) {
		assertThat(calendar(MORNINGS, AWAY).leavesOutside(at(NINE, status))).isFalse();
	}

	@Test
	void aHoldKeepsItsSlotForNobodyElseUntilTheInstantOfItsExpiry() {
		Instant expiry = NINE.minus(Duration.ofHours(1));
		Calendar calendar = new Calendar(MORNINGS, MORNINGS.timetable(List.of(), List.of()),
				List.of(new HeldSlot(UUID.randomUUID(), Interval.of(NINE, HALF_AN_HOUR), expiry)));

		assertThat(firstFree(calendar, expiry.minusNanos(1))).isEqualTo(NINE.plus(HALF_AN_HOUR));
		assertThat(firstFree(calendar, expiry)).isEqualTo(NINE);
	}

	private static Instant firstFree(Calendar calendar, Instant now) {
		return calendar.availability((asked) -> false, now).freeSlots(DATE, DATE).getFirst().start();
	}

	private static Calendar calendar(ScheduleRow schedule, TimeOff... timeOff) {
		return new Calendar(schedule, schedule.timetable(List.of(), List.of(timeOff)), List.of());
	}

	private static AppointmentRow at(Instant start, AppointmentStatus status) {
		return new AppointmentRow(UUID.randomUUID(), 1, MORNINGS.doctorId(), UUID.randomUUID(), start,
				start.plus(HALF_AN_HOUR), status, false, null, start, null, null, null);
	}

	private static ScheduleRow schedule(int opens, int closes, boolean active) {
		return new ScheduleRow(UUID.randomUUID(), ZoneOffset.UTC, new WeeklyHours(Stream.of(DayOfWeek.values())
			.map((day) -> new DayHours(day, List.of(new Window(LocalTime.of(opens, 0), LocalTime.of(closes, 0))), 30,
					LocalDate.parse("2026-01-01")))
			.toList()), SchedulingPolicy.DEFAULT, active);
	}

}
