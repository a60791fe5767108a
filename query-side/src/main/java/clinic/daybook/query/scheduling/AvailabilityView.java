package clinic.daybook.query.scheduling;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.SchedulingPolicy;

/** A doctor's hours and free slots as people see them. */
record AvailabilityView(UUID doctorId, ZoneId timeZone, List<DayHours> weeklyHours, SchedulingPolicy policy,
		List<Day> days) {

	static AvailabilityView of(ScheduleRow schedule, LocalDate today, AskedDates dates, List<Interval> free) {
		ZoneId zone = schedule.timeZone();
		Map<LocalDate, List<Slot>> byDate = free.stream()
			.collect(Collectors.groupingBy((slot) -> schedule.dateOf(slot.start()),
					Collectors.mapping((slot) -> Slot.of(slot, zone), Collectors.toList())));
		return new AvailabilityView(schedule.doctorId(), zone, schedule.hours().from(today).entries(),
				schedule.policy(),
				dates.first()
					.datesUntil(dates.last().plusDays(1))
					.map((date) -> new Day(date, byDate.getOrDefault(date, List.of())))
					.toList());
	}

	record Day(LocalDate date, List<Slot> slots) {
	}

	record Slot(OffsetDateTime start, OffsetDateTime end) {

		static Slot of(Interval slot, ZoneId zone) {
			return new Slot(AppointmentView.in(zone, slot.start()), AppointmentView.in(zone, slot.end()));
		}

	}

}
