package clinic.daybook.command.scheduling;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleCommand.AffirmAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.BookAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand.BookWalkIn;
import clinic.daybook.api.scheduling.ScheduleCommand.ConfirmHold;
import clinic.daybook.api.users.Role;
import clinic.daybook.book.Claims;
import clinic.daybook.people.FreeText;
import clinic.daybook.people.Parties;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
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

	private final ForMember members;

	private final FreeText freeText;

	private final AppointmentAnswers answers;

	BookAppointmentApi(ScheduleCommands schedules, DepartmentBooking departments, Claims claims, ForMember members,
			FreeText freeText, AppointmentAnswers answers) {
		this.schedules = schedules;
		this.departments = departments;
		this.claims = claims;
		this.members = members;
		this.freeText = freeText;
		this.answers = answers;
	}

	@PostMapping("/api/appointments")
	@AllowedTo({ Role.MEMBER, Role.ADMIN, Role.RECEPTION })
	@ResponseStatus(HttpStatus.CREATED)
	@WritesToBook
	@Refuses({ ProblemCode.NOT_FOUND, ProblemCode.WRONG_STATE, ProblemCode.HOLD_EXPIRED, ProblemCode.TOO_SOON,
			ProblemCode.TOO_FAR, ProblemCode.OUTSIDE_WORKING_HOURS, ProblemCode.ON_TIME_OFF, ProblemCode.NOT_ON_GRID,
			ProblemCode.SLOT_TAKEN, ProblemCode.SLOT_HELD, ProblemCode.MEMBER_BUSY, ProblemCode.LIMIT_REACHED })
	@Operation(operationId = "bookAppointment", summary = "Book an appointment",
			description = "With a doctor; in a department with whichever doctor is free and has the fewest "
					+ "appointments that day; or the slot that is held. A member books for themselves; the front desk "
					+ "names the member, and takes in whoever walks in.")
	ResponseEntity<AppointmentView> book(@CurrentCaller Caller caller, NewId newId,
			@RequestBody BookingRequest request) {
		try {
			return place(orderFor(request, newId.value(), caller), caller);
		}
		catch (ProblemException refused) {
			return bookedBefore(newId, caller).orElseThrow(() -> refused);
		}
	}

	private Order orderFor(BookingRequest request, UUID appointmentId, Caller caller) {
		return switch (request.check(caller)) {
			case BookingRequest.Wish.Held held -> held(held, appointmentId, request.reason(), caller);
			case BookingRequest.Wish.WalkIn(UUID doctorId, Instant start, int minutes) -> {
				UUID memberId = this.members.of(caller, request.memberId());
				@Nullable String reason = this.freeText.seal(memberId, request.reason());
				yield new Order(memberId, appointmentId, List.of(doctorId),
						(asked) -> new BookWalkIn(asked, appointmentId, memberId, start, minutes, reason));
			}
			case BookingRequest.Wish.WithDoctor(UUID doctorId, Instant start) -> {
				UUID memberId = this.members.of(caller, request.memberId());
				yield new Order(memberId, appointmentId, List.of(doctorId),
						booking(appointmentId, memberId, start, request.reason(), caller)::apply);
			}
			case BookingRequest.Wish.InDepartment(UUID departmentId, Instant start) -> {
				UUID memberId = this.members.of(caller, request.memberId());
				Function<UUID, BookAppointment> booking = booking(appointmentId, memberId, start, request.reason(),
						caller);
				yield new Order(memberId, appointmentId,
						this.departments.doctorsToAsk(departmentId, booking, Actor.of(caller)), booking::apply);
			}
		};
	}

	private Function<UUID, BookAppointment> booking(UUID appointmentId, UUID memberId, Instant start,
			@Nullable String reason, Caller caller) {
		@Nullable String sealed = this.freeText.seal(memberId, reason);
		return (doctorId) -> new BookAppointment(doctorId, appointmentId, memberId, start, sealed,
				ForMember.side(caller));
	}

	private Order held(BookingRequest.Wish.Held wish, UUID appointmentId, @Nullable String reason, Caller caller) {
		Parties parties = ScheduleClaims.partiesOfHold(wish.holdId(), this.claims)
			.filter((found) -> found.areOpenTo(caller) && wish.memberId().map(found.memberId()::equals).orElse(true))
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such hold."));
		@Nullable String sealed = this.freeText.seal(parties.memberId(), reason);
		return new Order(parties.memberId(), appointmentId, List.of(parties.doctorId()),
				(doctorId) -> new ConfirmHold(doctorId, wish.holdId(), appointmentId, sealed, ForMember.side(caller)));
	}

	private ResponseEntity<AppointmentView> place(Order order, Caller caller) {
		List<RefusedBy> refusals = new ArrayList<>();
		for (UUID doctorId : order.doctorsToAsk()) {
			AppointmentAnswers.Names names = this.answers.names(new Parties(doctorId, order.memberId()));
			switch (this.schedules.send(order.command().apply(doctorId), Actor.of(caller))) {
				case Outcome.Done done -> {
					return created(order.appointmentId(), names, done, caller);
				}
				case Outcome.Refused refused -> refusals.add(new RefusedBy(doctorId, refused));
			}
		}
		throw BookingRefusals.problem(refusals);
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
		ScheduleState.Open schedule = done.open();
		Booked booked = schedule.bookings().find(appointmentId).orElseThrow();
		AppointmentView view = this.answers.standing(names, schedule, booked, caller);
		return ResponseEntity.created(URI.create("/api/appointments/" + view.appointmentId()))
			.eTag(Integer.toString(view.version()))
			.body(view);
	}

	/**
	 * What is to be booked.
	 *
	 * @param doctorsToAsk one after the other, until one can
	 */
	private record Order(UUID memberId, UUID appointmentId, List<UUID> doctorsToAsk,
			Function<UUID, ScheduleCommand> command) {
	}

}
