package clinic.daybook.command.scheduling;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import clinic.daybook.web.InputErrors;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import clinic.daybook.web.Refuses;
import clinic.daybook.web.WritesToBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Availability")
class SetWorkingHoursApi {

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
	@WritesToBook
	@Refuses({ ProblemCode.NOT_FOUND, ProblemCode.APPOINTMENTS_AFFECTED })
	@Operation(operationId = "setWorkingHours", summary = "Set the hours of a day of the week",
			description = "Replaces that day's hours from a date on; no windows close the day. An end at or before "
					+ "the start runs past midnight. A doctor sets their own; ADMIN and RECEPTION name the doctor.")
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

	record HoursRequest(@Nullable UUID doctorId, DayOfWeek dayOfWeek, List<Window> windows,
			@Nullable Integer slotMinutes, @Nullable LocalDate effectiveFrom, @Nullable OnConflict onConflict) {

		SetWorkingHours toCommand(UUID doctor) {
			InputErrors errors = new InputErrors().check(this.slotMinutes != null || this.windows.isEmpty(),
					"slotMinutes", "is required");
			SlotMinutes.check(errors, "slotMinutes", this.slotMinutes);
			errors.refuse();
			return new SetWorkingHours(doctor, this.dayOfWeek, this.windows,
					(this.slotMinutes != null) ? this.slotMinutes : SLOT_OF_A_CLOSED_DAY, this.effectiveFrom,
					(this.onConflict != null) ? this.onConflict : OnConflict.REFUSE);
		}

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
