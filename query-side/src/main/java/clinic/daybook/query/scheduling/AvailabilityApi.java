package clinic.daybook.query.scheduling;

import java.time.Clock;
import java.time.Instant;
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
import clinic.daybook.api.scheduling.Taken;
import clinic.daybook.web.ContentTag;
import clinic.daybook.web.IfNoneMatch;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Availability")
class AvailabilityApi {

	private static final int DAYS_BY_DEFAULT = 7;

	private final ScheduleQueries schedules;

	private final AppointmentQueries appointments;

	private final ContentTag tags;

	private final Clock clock;

	AvailabilityApi(ScheduleQueries schedules, AppointmentQueries appointments, ContentTag tags, Clock clock) {
		this.schedules = schedules;
		this.appointments = appointments;
		this.tags = tags;
		this.clock = clock;
	}

	@GetMapping("/api/availability/{doctorId}")
	@Operation(operationId = "getAvailability", summary = "A doctor's hours and free slots",
			description = "For today and the six days after, or for the dates from - to, both included, 62 at most.")
	ResponseEntity<AvailabilityAnswer> get(@PathVariable UUID doctorId,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to,
			@RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
		ScheduleRow schedule = this.schedules.find(doctorId)
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such doctor."));
		Instant now = this.clock.instant();
		LocalDate today = schedule.timetable().dateOf(now);
		AskedDates dates = AskedDates.of(from, to, today, DAYS_BY_DEFAULT).refuseUnlessProper();
		Outlook outlook = new Outlook(schedule, dates);
		Taken taken = this.appointments.taken(List.of(doctorId), outlook.reach()).of(doctorId);
		AvailabilityAnswer answer = AvailabilityAnswer.of(schedule, today, dates,
				outlook.availability(taken, now).freeSlots(dates.first(), dates.last()));
		return IfNoneMatch.answer(ifNoneMatch, this.tags.of(answer), CacheControl.noCache(), answer);
	}

	record AvailabilityAnswer(UUID doctorId, ZoneId timeZone, List<DayHours> weeklyHours, SchedulingPolicy policy,
			List<Day> days) {

		static AvailabilityAnswer of(ScheduleRow schedule, LocalDate today, AskedDates dates, List<Interval> free) {
			ZoneId zone = schedule.timeZone();
			Map<LocalDate, List<Slot>> byDate = free.stream()
				.collect(Collectors.groupingBy((slot) -> schedule.timetable().dateOf(slot.start()),
						Collectors.mapping((slot) -> Slot.of(slot, zone), Collectors.toList())));
			return new AvailabilityAnswer(schedule.doctorId(), zone, schedule.hours().from(today).entries(),
					schedule.policy(),
					dates.first()
						.datesUntil(dates.last().plusDays(1))
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
