package clinic.daybook.command.scheduling;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.Refusal;
import clinic.daybook.api.scheduling.ScheduleCommand.HoldSlot;
import clinic.daybook.api.scheduling.ScheduleCommand.ReleaseHold;
import clinic.daybook.api.users.Role;
import clinic.daybook.book.Claims;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Appointments")
@AllowedTo({ Role.MEMBER, Role.ADMIN, Role.RECEPTION })
class HoldSlotApi {

	/** How many slots a member can hold at once. */
	static final int MOST = 3;

	private final ScheduleCommands schedules;

	private final Claims claims;

	private final ForMember members;

	HoldSlotApi(ScheduleCommands schedules, Claims claims, ForMember members) {
		this.schedules = schedules;
		this.claims = claims;
		this.members = members;
	}

	@PostMapping("/api/appointments/holds")
	@ResponseStatus(HttpStatus.CREATED)
	@WritesToBook
	@Refuses({ ProblemCode.NOT_FOUND, ProblemCode.WRONG_STATE, ProblemCode.TOO_SOON, ProblemCode.TOO_FAR,
			ProblemCode.OUTSIDE_WORKING_HOURS, ProblemCode.ON_TIME_OFF, ProblemCode.NOT_ON_GRID, ProblemCode.SLOT_TAKEN,
			ProblemCode.SLOT_HELD, ProblemCode.MEMBER_BUSY, ProblemCode.LIMIT_REACHED })
	@Operation(operationId = "holdSlot", summary = "Hold a slot for five minutes",
			description = "While somebody makes up their mind. A new hold with the same doctor replaces the old one; "
					+ "three at once for each member.")
	ResponseEntity<HoldAnswer> hold(@CurrentCaller Caller caller, NewId newId, @RequestBody HoldRequest request) {
		UUID memberId = this.members.of(caller, request.memberId());
		Outcome outcome = hold(request.doctorId(), newId.value(), memberId, request.start(), caller);
		return switch (outcome) {
			case Outcome.Done done -> created(request.doctorId(), done.open(), newId.value()).orElseThrow();
			case Outcome.Refused refused ->
				heldBefore(newId).orElseThrow(() -> RefusalProblems.problem(request.doctorId(), refused));
		};
	}

	/** Whichever of the member's places is free: the book judges that, so it is tried. */
	private Outcome hold(UUID doctorId, UUID holdId, UUID memberId, Instant start, Caller caller) {
		Outcome outcome = null;
		for (int place = 1; place <= MOST; place++) {
			outcome = this.schedules
				.send(new HoldSlot(doctorId, holdId, memberId, start, ForMember.side(caller), place), Actor.of(caller));
			if (!(outcome instanceof Outcome.Refused(ScheduleState schedule, long sequence, Refusal.TooManyHolds many))) {
				return outcome;
			}
		}
		return Objects.requireNonNull(outcome);
	}

	/** The answer that an earlier attempt would have given, if it got as far as that. */
	private Optional<ResponseEntity<HoldAnswer>> heldBefore(NewId newId) {
		return Optional.of(newId)
			.filter(NewId::mayExist)
			.flatMap((id) -> ScheduleClaims.partiesOfHold(id.value(), this.claims))
			.map(Parties::doctorId)
			.flatMap((doctorId) -> created(doctorId, this.schedules.read(doctorId), newId.value()));
	}

	private static Optional<ResponseEntity<HoldAnswer>> created(UUID doctorId, ScheduleState.Open schedule,
			UUID holdId) {
		ZoneId zone = schedule.timetable().zone();
		return schedule.holds()
			.find(holdId)
			.map(Holds.Held::hold)
			.map((hold) -> ResponseEntity.created(URI.create("/api/appointments/holds/" + holdId))
				.body(new HoldAnswer(holdId, doctorId, AppointmentView.in(zone, hold.interval().start()),
						AppointmentView.in(zone, hold.interval().end()), AppointmentView.in(zone, hold.expiresAt()))));
	}

	@DeleteMapping("/api/appointments/holds/{holdId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@WritesToBook
	@Refuses({ ProblemCode.WRONG_STATE, ProblemCode.HOLD_EXPIRED })
	@Operation(operationId = "releaseHold", summary = "Give up a hold", description = "Its slot is free again at once.")
	void release(@CurrentCaller Caller caller, @PathVariable UUID holdId) {
		Parties parties = ScheduleClaims.partiesOfHold(holdId, this.claims)
			.filter((found) -> found.areOpenTo(caller))
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such hold."));
		this.schedules.sendOrRefuse(new ReleaseHold(parties.doctorId(), holdId), Actor.of(caller));
	}

	record HoldRequest(UUID doctorId, Instant start, @Nullable UUID memberId) {
	}

	record HoldAnswer(UUID holdId, UUID doctorId, OffsetDateTime start, OffsetDateTime end, OffsetDateTime expiresAt) {
	}

}
