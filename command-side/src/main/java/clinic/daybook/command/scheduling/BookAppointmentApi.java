package clinic.daybook.command.scheduling;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.ScheduleCommand.AffirmAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.users.Role;
import clinic.daybook.book.Claims;
import clinic.daybook.people.AccountDirectory;
import clinic.daybook.people.FreeText;
import clinic.daybook.people.Parties;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.FieldError;
import clinic.daybook.web.NewId;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import clinic.daybook.web.Refuses;
import clinic.daybook.web.WritesToBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Appointments")
class BookAppointmentApi {

	private final ScheduleCommands schedules;

	private final DepartmentBooking departments;

	private final Claims claims;

	private final AccountDirectory people;

	private final FreeText freeText;

	private final AppointmentAnswers answers;

	BookAppointmentApi(ScheduleCommands schedules, DepartmentBooking departments, Claims claims,
			AccountDirectory people, FreeText freeText, AppointmentAnswers answers) {
		this.schedules = schedules;
		this.departments = departments;
		this.claims = claims;
		this.people = people;
		this.freeText = freeText;
		this.answers = answers;
	}

	@PostMapping("/api/appointments")
	@AllowedTo({ Role.MEMBER, Role.ADMIN, Role.RECEPTION })
	@ResponseStatus(HttpStatus.CREATED)
	@WritesToBook
	@Refuses({ ProblemCode.NOT_FOUND, ProblemCode.WRONG_STATE, ProblemCode.TOO_SOON, ProblemCode.TOO_FAR,
			ProblemCode.OUTSIDE_WORKING_HOURS, ProblemCode.NOT_ON_GRID, ProblemCode.SLOT_TAKEN, ProblemCode.MEMBER_BUSY,
			ProblemCode.LIMIT_REACHED })
	@Operation(operationId = "bookAppointment", summary = "Book an appointment",
			description = "With a doctor, or in a department with whichever doctor is free and has the fewest "
					+ "appointments that day. A member books for themselves; the front desk names the member.")
	ResponseEntity<AppointmentView> book(@CurrentCaller Caller caller, NewId newId,
			@RequestBody BookingRequest request) {
		BookingRequest.Complete asked = request.complete(caller);
		if (!caller.is(Role.MEMBER) && this.people.memberWithId(asked.memberId()).isEmpty()) {
			throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such member.");
		}
		@Nullable String reason = this.freeText.seal(asked.memberId(), request.reason());
		Booker by = caller.is(Role.MEMBER) ? Booker.MEMBER : Booker.CLINIC;
		try {
			return book(asked.with(), (doctorId) -> new BookAppointment(doctorId, newId.value(), asked.memberId(),
					asked.start(), reason, by), caller);
		}
		catch (ProblemException refused) {
			return bookedBefore(newId, caller).orElseThrow(() -> refused);
		}
	}

	private ResponseEntity<AppointmentView> book(With with, Function<UUID, BookAppointment> booking, Caller caller) {
		List<RefusedBy> refusals = new ArrayList<>();
		for (UUID doctorId : doctorsToAsk(with, booking, caller)) {
			BookAppointment command = booking.apply(doctorId);
			AppointmentAnswers.Names names = this.answers.names(new Parties(doctorId, command.memberId()));
			switch (this.schedules.send(command, Actor.of(caller))) {
				case Outcome.Done done -> {
					return created(command.appointmentId(), names, done, caller);
				}
				case Outcome.Refused refused -> refusals.add(new RefusedBy(doctorId, refused));
			}
		}
		throw BookingRefusals.problem(refusals);
	}

	private List<UUID> doctorsToAsk(With with, Function<UUID, BookAppointment> booking, Caller caller) {
		return switch (with) {
			case With.Doctor(UUID doctorId) -> List.of(doctorId);
			case With.Department(UUID departmentId) ->
				this.departments.doctorsToAsk(departmentId, booking, Actor.of(caller));
		};
	}

	/** What an earlier attempt has booked that got as far as that, and no further. */
	private Optional<ResponseEntity<AppointmentView>> bookedBefore(NewId newId, Caller caller) {
		return Optional.of(newId)
			.filter(NewId::mayExist)
			.flatMap((id) -> ScheduleClaims.partiesOf(id.value(), this.claims))
			.map((parties) -> {
				AffirmAppointment command = new AffirmAppointment(parties.doctorId(), newId.value());
				AppointmentAnswers.Names names = this.answers.names(parties);
				return switch (this.schedules.send(command, Actor.of(caller))) {
					case Outcome.Refused refused -> throw RefusalProblems.problem(command.doctorId(), refused);
					case Outcome.Done done -> created(command.appointmentId(), names, done, caller);
				};
			});
	}

	private ResponseEntity<AppointmentView> created(UUID appointmentId, AppointmentAnswers.Names names,
			Outcome.Done done, Caller caller) {
		if (!(done.after() instanceof ScheduleState.Open schedule)) {
			throw new IllegalStateException("Booked in a schedule never opened");
		}
		Booked booked = schedule.bookings().find(appointmentId).orElseThrow();
		AppointmentView view = this.answers.standing(names, schedule, booked, caller);
		return ResponseEntity.created(URI.create("/api/appointments/" + view.appointmentId()))
			.eTag(Integer.toString(view.version()))
			.body(view);
	}

	/** Whom the appointment is to be with. */
	private sealed interface With {

		record Doctor(UUID doctorId) implements With {
		}

		record Department(UUID departmentId) implements With {
		}

	}

	record BookingRequest(@Nullable UUID doctorId, @Nullable UUID departmentId, @Nullable UUID memberId,
			@Nullable Instant start, @Nullable String reason) {

		Complete complete(Caller caller) {
			List<FieldError> errors = new ArrayList<>(FreeText.errors("reason", this.reason));
			@Nullable With with = with(errors);
			if (this.start == null) {
				errors.add(new FieldError("start", "is required"));
			}
			UUID member = memberOf(caller, errors);
			if (!errors.isEmpty() || with == null || this.start == null) {
				throw ProblemException.invalid(errors);
			}
			return new Complete(with, member, this.start);
		}

		private @Nullable With with(List<FieldError> errors) {
			if (this.doctorId != null && this.departmentId != null) {
				errors.add(new FieldError("departmentId", "can't be given with doctorId"));
			}
			if (this.doctorId != null) {
				return new With.Doctor(this.doctorId);
			}
			if (this.departmentId != null) {
				return new With.Department(this.departmentId);
			}
			errors.add(new FieldError("doctorId", "or departmentId is required"));
			return null;
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

		record Complete(With with, UUID memberId, Instant start) {
		}

	}

}
