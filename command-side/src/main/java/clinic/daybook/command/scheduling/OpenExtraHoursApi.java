package clinic.daybook.command.scheduling;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.ScheduleCommand.OpenExtraHours;
import clinic.daybook.api.scheduling.ScheduleCommand.WithdrawExtraHours;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.api.users.Role;
import clinic.daybook.people.OwnSchedule;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.InputErrors;
import clinic.daybook.web.NewId;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.Refuses;
import clinic.daybook.web.WritesToBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Availability")
@AllowedTo({ Role.DOCTOR, Role.ADMIN, Role.RECEPTION })
class OpenExtraHoursApi {

	private final ScheduleCommands schedules;

	private final OwnSchedule own;

	OpenExtraHoursApi(ScheduleCommands schedules, OwnSchedule own) {
		this.schedules = schedules;
		this.own = own;
	}

	@PostMapping("/api/availability/{doctorId}/extra-hours")
	@ResponseStatus(HttpStatus.CREATED)
	@WritesToBook
	@Operation(operationId = "openExtraHours", summary = "Open extra hours on one date",
			description = "Beside the weekly hours; a closed day is opened too.")
	ResponseEntity<ExtraHours> open(@CurrentCaller Caller caller, @PathVariable UUID doctorId, NewId newId,
			@RequestBody ExtraHoursRequest request) {
		this.own.check(caller, doctorId);
		ExtraHours extra = request.check(newId.value());
		this.schedules.sendOrRefuse(new OpenExtraHours(doctorId, extra), Actor.of(caller));
		return ResponseEntity
			.created(URI.create("/api/availability/" + doctorId + "/extra-hours/" + extra.extraHoursId()))
			.body(extra);
	}

	@DeleteMapping("/api/availability/{doctorId}/extra-hours/{extraHoursId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@WritesToBook
	@Refuses(ProblemCode.APPOINTMENTS_AFFECTED)
	@Operation(operationId = "withdrawExtraHours", summary = "Withdraw extra hours",
			description = "onConflict says what becomes of appointments that were booked in them.")
	void withdraw(@CurrentCaller Caller caller, @PathVariable UUID doctorId, @PathVariable UUID extraHoursId,
			@RequestParam(defaultValue = "REFUSE") OnConflict onConflict) {
		this.own.check(caller, doctorId);
		this.schedules.sendOrRefuse(new WithdrawExtraHours(doctorId, extraHoursId, onConflict), Actor.of(caller));
	}

	record ExtraHoursRequest(LocalDate date, List<Window> windows, Integer slotMinutes) {

		ExtraHours check(UUID id) {
			InputErrors errors = new InputErrors().check(!this.windows.isEmpty(), "windows", "must not be empty");
			SlotMinutes.check(errors, "slotMinutes", this.slotMinutes);
			errors.refuse();
			return new ExtraHours(id, this.date, this.windows, this.slotMinutes);
		}

	}

}
