package clinic.daybook.command.scheduling;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.users.Role;
import clinic.daybook.people.AccountDirectory;
import clinic.daybook.people.FreeText;
import clinic.daybook.people.Parties;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.FieldError;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import com.github.f4b6a3.uuid.UuidCreator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Appointments")
class BookAppointmentApi {

	private final ScheduleCommands schedules;

	private final AccountDirectory people;

	private final FreeText freeText;

	private final AppointmentAnswers answers;

	BookAppointmentApi(ScheduleCommands schedules, AccountDirectory people, FreeText freeText,
			AppointmentAnswers answers) {
		this.schedules = schedules;
		this.people = people;
		this.freeText = freeText;
		this.answers = answers;
	}

	@PostMapping("/api/appointments")
	@AllowedTo({ Role.MEMBER, Role.ADMIN, Role.RECEPTION })
	@Operation(summary = "Book an appointment",
			description = "A member books for themselves; the front desk names the member.")
	@ApiResponse(responseCode = "201", useReturnTypeSchema = true)
	ResponseEntity<AppointmentView> book(@CurrentCaller Caller caller, @RequestBody BookingRequest request) {
		BookingRequest.Complete asked = request.complete(caller);
		UUID memberId = asked.memberId();
		if (!caller.is(Role.MEMBER) && this.people.memberWithId(memberId).isEmpty()) {
			throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such member.");
		}
		BookAppointment command = new BookAppointment(asked.doctorId(), UuidCreator.getTimeOrderedEpoch(), memberId,
				asked.start(), this.freeText.seal(memberId, request.reason()),
				caller.is(Role.MEMBER) ? Booker.MEMBER : Booker.CLINIC);
		AppointmentAnswers.Names names = this.answers.names(new Parties(command.doctorId(), memberId));
		return switch (this.schedules.send(command, Actor.of(caller))) {
			case Outcome.Refused refused -> throw RefusalProblems.problem(command.doctorId(), refused);
			case Outcome.Done done -> created(command, names, done, caller);
		};
	}

	private ResponseEntity<AppointmentView> created(BookAppointment command, AppointmentAnswers.Names names,
			Outcome.Done done, Caller caller) {
		if (!(done.after() instanceof ScheduleState.Open schedule)) {
			throw new IllegalStateException("Booked in a schedule never opened");
		}
		Booked booked = schedule.bookings().find(command.appointmentId()).orElseThrow();
		AppointmentView view = this.answers.standing(names, schedule, booked, caller);
		return ResponseEntity.created(URI.create("/api/appointments/" + view.appointmentId()))
			.eTag(Integer.toString(view.version()))
			.body(view);
	}

	record BookingRequest(@Nullable UUID doctorId, @Nullable UUID memberId, @Nullable Instant start,
			@Nullable String reason) {

		Complete complete(Caller caller) {
			List<FieldError> errors = new ArrayList<>(FreeText.errors("reason", this.reason));
			if (this.doctorId == null) {
				errors.add(new FieldError("doctorId", "is required"));
			}
			if (this.start == null) {
				errors.add(new FieldError("start", "is required"));
			}
			UUID member = memberOf(caller, errors);
			if (!errors.isEmpty() || this.doctorId == null || this.start == null) {
				throw ProblemException.invalid(errors);
			}
			return new Complete(this.doctorId, member, this.start);
		}

		private UUID memberOf(Caller caller, List<FieldError> errors) {
			if (!caller.is(Role.MEMBER)) {
				if (this.memberId == null) {
					errors.add(new FieldError("memberId", "is required when booking for a member"));
				}
				return (this.memberId != null) ? this.memberId : caller.userId();
			}
			if (this.memberId != null && !this.memberId.equals(caller.userId())) {
				throw new ProblemException(ProblemCode.FORBIDDEN, "A member books for themselves only.");
			}
			return caller.userId();
		}

		record Complete(UUID doctorId, UUID memberId, Instant start) {
		}

	}

}
