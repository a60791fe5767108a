package clinic.daybook.command.scheduling;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.ScheduleCommand.SetWorkingHours;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.api.users.Role;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.FieldError;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Availability")
class SetWorkingHoursApi {

	private static final int SHORTEST_SLOT = 5;

	private static final int LONGEST_SLOT = 480;

	/** A closed day has no slots, so their length may be left out. */
	private static final int SLOT_OF_A_CLOSED_DAY = 30;

	private final ScheduleCommands schedules;

	private final Clock clock;

	SetWorkingHoursApi(ScheduleCommands schedules, Clock clock) {
		this.schedules = schedules;
		this.clock = clock;
	}

	@PostMapping("/api/availability")
	@AllowedTo({ Role.DOCTOR, Role.ADMIN, Role.RECEPTION })
	@Operation(summary = "Set the hours of a day of the week",
			description = "Replaces that day's hours from a date on. An end at or before the start runs past midnight.")
	HoursAnswer set(@CurrentCaller Caller caller, @RequestBody HoursRequest request) {
		SetWorkingHours command = request.toCommand(doctorOf(caller, request));
		Outcome outcome = this.schedules.send(command, Actor.of(caller));
		return switch (outcome) {
			case Outcome.Refused refused -> throw RefusalProblems.problem(command.doctorId(), refused);
			case Outcome.Done done -> HoursAnswer.of(command.doctorId(), done.after(), this.clock.instant());
		};
	}

	private static UUID doctorOf(Caller caller, HoursRequest request) {
		if (caller.role() != Role.DOCTOR) {
			if (request.doctorId() == null) {
				throw ProblemException.invalid("doctorId", "is required");
			}
			return request.doctorId();
		}
		if (caller.doctorId() == null
				|| (request.doctorId() != null && !request.doctorId().equals(caller.doctorId()))) {
			throw new ProblemException(ProblemCode.FORBIDDEN, "A doctor sets their own hours only.");
		}
		return caller.doctorId();
	}

	record HoursRequest(@Nullable UUID doctorId, @Nullable DayOfWeek dayOfWeek,
			@Nullable List<@Nullable WindowRequest> windows, @Nullable Integer slotMinutes,
			@Nullable LocalDate effectiveFrom, @Nullable OnConflict onConflict) {

		SetWorkingHours toCommand(UUID doctor) {
			List<FieldError> errors = new ArrayList<>();
			if (this.dayOfWeek == null) {
				errors.add(new FieldError("dayOfWeek", "is required"));
			}
			if (this.slotMinutes != null && (this.slotMinutes < SHORTEST_SLOT || this.slotMinutes > LONGEST_SLOT)) {
				errors.add(new FieldError("slotMinutes", "must be from " + SHORTEST_SLOT + " to " + LONGEST_SLOT));
			}
			List<Window> open = windows(errors);
			if (this.slotMinutes == null && !open.isEmpty()) {
				errors.add(new FieldError("slotMinutes", "is required"));
			}
			if (!errors.isEmpty() || this.dayOfWeek == null) {
				throw ProblemException.invalid(errors);
			}
			return new SetWorkingHours(doctor, this.dayOfWeek, open,
					(this.slotMinutes != null) ? this.slotMinutes : SLOT_OF_A_CLOSED_DAY, this.effectiveFrom,
					(this.onConflict != null) ? this.onConflict : OnConflict.REFUSE);
		}

		private List<Window> windows(List<FieldError> errors) {
			List<Window> open = new ArrayList<>();
			if (this.windows == null) {
				errors.add(new FieldError("windows", "is required; [] closes the day"));
				return open;
			}
			for (int i = 0; i < this.windows.size(); i++) {
				@Nullable WindowRequest window = this.windows.get(i);
				String field = "windows[" + i + "]";
				if (window == null) {
					errors.add(new FieldError(field, "must be an object"));
				}
				else if (window.start() == null) {
					errors.add(new FieldError(field + ".start", "is required"));
				}
				else if (window.end() == null) {
					errors.add(new FieldError(field + ".end", "is required"));
				}
				else {
					open.add(new Window(window.start(), window.end()));
				}
			}
			return open;
		}

	}

	record WindowRequest(@Nullable LocalTime start, @Nullable LocalTime end) {
	}

	record HoursAnswer(UUID doctorId, ZoneId timeZone, List<DayHours> weeklyHours, SchedulingPolicy policy) {

		static HoursAnswer of(UUID doctorId, ScheduleState state, Instant now) {
			return switch (state) {
				case ScheduleState.Open open -> new HoursAnswer(doctorId, open.timetable().zone(),
						open.timetable().hours().from(open.timetable().dateOf(now)).entries(), open.policy());
				case ScheduleState.NotOpened() -> throw new IllegalStateException("Hours of a schedule never opened");
			};
		}

	}

}
