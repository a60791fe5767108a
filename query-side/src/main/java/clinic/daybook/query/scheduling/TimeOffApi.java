package clinic.daybook.query.scheduling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.TimeOffView;
import clinic.daybook.api.users.Role;
import clinic.daybook.people.FreeText;
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
class TimeOffApi {

	private final ScheduleQueries schedules;

	private final TimeOffQueries timeOff;

	private final FreeText freeText;

	private final Clock clock;

	private final OwnSchedule own;

	TimeOffApi(ScheduleQueries schedules, TimeOffQueries timeOff, FreeText freeText, Clock clock, OwnSchedule own) {
		this.schedules = schedules;
		this.timeOff = timeOff;
		this.freeText = freeText;
		this.clock = clock;
		this.own = own;
	}

	@GetMapping("/api/availability/{doctorId}/time-off")
	@Operation(operationId = "listTimeOff", summary = "A doctor's time off",
			description = "What of it overlaps the dates from - to, both included, by start; from today on unless "
					+ "named. The reason is shown to the doctor and ADMIN.")
	Page<TimeOffView> list(@CurrentCaller Caller caller, @PathVariable UUID doctorId,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to, Limits limits) {
		this.own.check(caller, doctorId);
		TimeOffQueries.check(limits);
		ScheduleRow schedule = this.schedules.get(doctorId);
		AskedDates dates = AskedDates.endless(from, to, schedule.dateOf(this.clock.instant())).refuseIfEmpty();
		ZoneId zone = schedule.timeZone();
		Page<TimeOffRow> page = this.timeOff.list(doctorId, dates.in(zone), limits);
		return new Page<>(page.items()
			.stream()
			.map((row) -> new TimeOffView(row.timeOffId(), AppointmentView.in(zone, row.startAt()),
					AppointmentView.in(zone, row.endAt()),
					this.freeText.readableToDoctor(caller, doctorId, row.reason())))
			.toList(), page.next());
	}

}
