package clinic.daybook.query.scheduling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.users.Role;
import clinic.daybook.people.OwnSchedule;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.Limits;
import clinic.daybook.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Availability")
@AllowedTo({ Role.DOCTOR, Role.ADMIN, Role.RECEPTION })
class ExtraHoursApi {

	private final ScheduleQueries schedules;

	private final ExtraHoursQueries extraHours;

	private final Clock clock;

	private final OwnSchedule own;

	ExtraHoursApi(ScheduleQueries schedules, ExtraHoursQueries extraHours, Clock clock, OwnSchedule own) {
		this.schedules = schedules;
		this.extraHours = extraHours;
		this.clock = clock;
		this.own = own;
	}

	@GetMapping("/api/availability/{doctorId}/extra-hours")
	@Operation(operationId = "listExtraHours", summary = "A doctor's extra hours",
			description = "Those of the dates from - to, both included, by date; from today on unless named.")
	Page<ExtraHours> list(@CurrentCaller Caller caller, @PathVariable UUID doctorId,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to, Limits limits) {
		this.own.check(caller, doctorId);
		ExtraHoursQueries.check(limits);
		ScheduleRow schedule = this.schedules.get(doctorId);
		AskedDates dates = AskedDates.endless(from, to, schedule.dateOf(this.clock.instant())).refuseIfEmpty();
		Page<ExtraHoursRow> page = this.extraHours.list(doctorId, dates, limits);
		return new Page<>(page.items().stream().map(ExtraHoursRow::extraHours).toList(), page.next());
	}

}
