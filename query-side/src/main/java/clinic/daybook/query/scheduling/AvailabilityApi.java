package clinic.daybook.query.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.Availability;
import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Availability")
class AvailabilityApi {

	private static final int DAYS_BY_DEFAULT = 7;

	private static final int MOST_DAYS = 62;

	private final ScheduleQueries schedules;

	private final AppointmentQueries appointments;

	private final Clock clock;

	AvailabilityApi(ScheduleQueries schedules, AppointmentQueries appointments, Clock clock) {
		this.schedules = schedules;
		this.appointments = appointments;
		this.clock = clock;
	}

	@GetMapping("/api/availability/{doctorId}")
	@Operation(summary = "A doctor's hours and free slots", description = "For today and the six days after, or for "
			+ "the dates from - to, both included, 62 at most.")
	AvailabilityAnswer get(@PathVariable UUID doctorId, @RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to) {
		ScheduleRow schedule = this.schedules.find(doctorId)
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such doctor."));
		Instant now = this.clock.instant();
		LocalDate today = schedule.timetable().dateOf(now);
		LocalDate first = (from != null) ? from : today;
		LocalDate last = (to != null) ? to : first.plusDays(DAYS_BY_DEFAULT - 1);
		check(first, last);
		Availability availability = new Availability(schedule.timetable(), schedule.policy(),
				this.appointments.taken(doctorId, hull(first, last, schedule)), now);
		return AvailabilityAnswer.of(schedule, today, first, last, availability.freeSlots(first, last));
	}

	private static void check(LocalDate from, LocalDate to) {
		if (to.isBefore(from)) {
			throw ProblemException.invalid("to", "is before from");
		}
		if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
			throw ProblemException.invalid("to", "must be within " + MOST_DAYS + " days");
		}
	}

	/** Wide enough for whatever may touch a slot of these dates. */
	private static Interval hull(LocalDate from, LocalDate to, ScheduleRow schedule) {
		return new Interval(from.minusDays(1).atStartOfDay(schedule.timeZone()).toInstant(),
				to.plusDays(3).atStartOfDay(schedule.timeZone()).toInstant());
	}

	record AvailabilityAnswer(UUID doctorId, ZoneId timeZone, List<DayHours> weeklyHours, SchedulingPolicy policy,
			List<Day> days) {

		static AvailabilityAnswer of(ScheduleRow schedule, LocalDate today, LocalDate from, LocalDate to,
				List<Interval> free) {
			ZoneId zone = schedule.timeZone();
			Map<LocalDate, List<Slot>> byDate = free.stream()
				.collect(Collectors.groupingBy((slot) -> schedule.timetable().dateOf(slot.start()),
						Collectors.mapping((slot) -> Slot.of(slot, zone), Collectors.toList())));
			return new AvailabilityAnswer(schedule.doctorId(), zone, schedule.hours().from(today).entries(),
					schedule.policy(),
					from.datesUntil(to.plusDays(1))
						.map((date) -> new Day(date, byDate.getOrDefault(date, List.of())))
						.toList());
		}

	}

	record Day(LocalDate date, List<Slot> slots) {
	}

	record Slot(OffsetDateTime start, OffsetDateTime end) {

		static Slot of(Interval slot, ZoneId zone) {
			return new Slot(AppointmentView.in(zone, slot.start()), AppointmentView.in(zone, slot.end()));
		}

	}

}
