package clinic.daybook.command.scheduling;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.TakeDaysOff;
import clinic.daybook.api.scheduling.ScheduleCommand.TakeTimeOff;
import clinic.daybook.api.scheduling.ScheduleCommand.WithdrawTimeOff;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.api.scheduling.TimeOffView;
import clinic.daybook.api.users.Role;
import clinic.daybook.people.FreeText;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Availability")
@AllowedTo({ Role.DOCTOR, Role.ADMIN, Role.RECEPTION })
class TakeTimeOffApi {

	private final ScheduleCommands schedules;

	private final FreeText freeText;

	private final OwnSchedule own;

	TakeTimeOffApi(ScheduleCommands schedules, FreeText freeText, OwnSchedule own) {
		this.schedules = schedules;
		this.freeText = freeText;
		this.own = own;
	}

	@PostMapping("/api/availability/{doctorId}/time-off")
	@ResponseStatus(HttpStatus.CREATED)
	@WritesToBook
	@Refuses(ProblemCode.APPOINTMENTS_AFFECTED)
	@Operation(operationId = "takeTimeOff", summary = "Take time off",
			description = "From start to end, or whole days with fromDate and toDate, both included. onConflict says "
					+ "what becomes of appointments in it.")
	ResponseEntity<TimeOffView> take(@CurrentCaller Caller caller, @PathVariable UUID doctorId, NewId newId,
			@RequestBody TimeOffRequest request) {
		this.own.check(caller, doctorId);
		ScheduleCommand command = request.check()
			.commandFor(doctorId, newId.value(), this.freeText.seal(doctorId, request.reason()));
		ScheduleState.Open schedule = this.schedules.sendOrRefuse(command, Actor.of(caller));
		return schedule.timetable()
			.findTimeOff(newId.value())
			.map((off) -> created(doctorId, off, this.freeText.readableToDoctor(caller, doctorId, off.reason()),
					schedule.timetable().zone()))
			.orElseThrow();
	}

	private static ResponseEntity<TimeOffView> created(UUID doctorId, TimeOff off, @Nullable String reason,
			ZoneId zone) {
		return ResponseEntity.created(URI.create("/api/availability/" + doctorId + "/time-off/" + off.timeOffId()))
			.body(new TimeOffView(off.timeOffId(), AppointmentView.in(zone, off.interval().start()),
					AppointmentView.in(zone, off.interval().end()), reason));
	}

	@DeleteMapping("/api/availability/{doctorId}/time-off/{timeOffId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@WritesToBook
	@Operation(operationId = "withdrawTimeOff", summary = "Withdraw time off",
			description = "The hours count again at once.")
	void withdraw(@CurrentCaller Caller caller, @PathVariable UUID doctorId, @PathVariable UUID timeOffId) {
		this.own.check(caller, doctorId);
		this.schedules.sendOrRefuse(new WithdrawTimeOff(doctorId, timeOffId), Actor.of(caller));
	}

	/** From an instant to another, or from a date to another. */
	private sealed interface Stretch {

		ScheduleCommand commandFor(UUID doctorId, UUID timeOffId, @Nullable String reason);

		record OfTime(Interval interval, OnConflict onConflict) implements Stretch {

			@Override
			public ScheduleCommand commandFor(UUID doctorId, UUID timeOffId, @Nullable String reason) {
				return new TakeTimeOff(doctorId, new TimeOff(timeOffId, this.interval, reason), this.onConflict);
			}

		}

		record OfDays(LocalDate from, LocalDate to, OnConflict onConflict) implements Stretch {

			@Override
			public ScheduleCommand commandFor(UUID doctorId, UUID timeOffId, @Nullable String reason) {
				return new TakeDaysOff(doctorId, timeOffId, this.from, this.to, reason, this.onConflict);
			}

		}

	}

	record TimeOffRequest(@Nullable Instant start, @Nullable Instant end, @Nullable LocalDate fromDate,
			@Nullable LocalDate toDate, @Nullable String reason, @Nullable OnConflict onConflict) {

		private Stretch check() {
			FreeText.check("reason", this.reason);
			OnConflict then = (this.onConflict != null) ? this.onConflict : OnConflict.REFUSE;
			return (this.fromDate != null || this.toDate != null) ? days(then) : time(then);
		}

		private Stretch days(OnConflict then) {
			InputErrors errors = new InputErrors().required("fromDate", this.fromDate)
				.required("toDate", this.toDate)
				.check(this.start == null, "start", "can't be given with dates")
				.check(this.end == null, "end", "can't be given with dates");
			errors.refuse();
			LocalDate from = Objects.requireNonNull(this.fromDate);
			LocalDate to = Objects.requireNonNull(this.toDate);
			errors.check(!to.isBefore(from), "toDate", "is before fromDate").refuse();
			return new Stretch.OfDays(from, to, then);
		}

		private Stretch time(OnConflict then) {
			InputErrors errors = new InputErrors().required("start", this.start).required("end", this.end);
			errors.refuse();
			Instant from = Objects.requireNonNull(this.start);
			Instant to = Objects.requireNonNull(this.end);
			errors.check(to.isAfter(from), "end", "must be after start").refuse();
			return new Stretch.OfTime(new Interval(from, to), then);
		}

	}

}
