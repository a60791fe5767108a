package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.people.FreeText;
import clinic.daybook.web.Caller;
import clinic.daybook.web.InputErrors;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as a client asks for it: a held slot, a slot with a doctor or in a
 * department, or whoever walked in.
 */
record BookingRequest(@Nullable UUID doctorId, @Nullable UUID departmentId, @Nullable UUID holdId,
		@Nullable UUID memberId, @Nullable Instant start, @Nullable Boolean walkIn, @Nullable Integer minutes,
		@Nullable String reason) {

	/** What is asked for, found right. */
	Wish check(Caller caller) {
		FreeText.check("reason", this.reason);
		if (this.holdId != null) {
			return held(this.holdId);
		}
		return Boolean.TRUE.equals(this.walkIn) ? walkIn(caller) : slot();
	}

	private Wish held(UUID hold) {
		new InputErrors().check(this.doctorId == null, "doctorId", "can't be given with holdId")
			.check(this.departmentId == null, "departmentId", "can't be given with holdId")
			.check(this.start == null, "start", "can't be given with holdId")
			.check(this.minutes == null, "minutes", "can't be given with holdId")
			.check(!Boolean.TRUE.equals(this.walkIn), "walkIn", "can't be given with holdId")
			.refuse();
		return new Wish.Held(hold, Optional.ofNullable(this.memberId));
	}

	private Wish walkIn(Caller caller) {
		if (caller.is(Role.MEMBER)) {
			throw new ProblemException(ProblemCode.FORBIDDEN, "The front desk takes in whoever walks in.");
		}
		InputErrors errors = new InputErrors().required("doctorId", this.doctorId)
			.required("start", this.start)
			.required("minutes", this.minutes)
			.check(this.departmentId == null, "departmentId", "can't be given with walkIn");
		SlotMinutes.check(errors, "minutes", this.minutes);
		errors.refuse();
		return new Wish.WalkIn(Objects.requireNonNull(this.doctorId), Objects.requireNonNull(this.start),
				Objects.requireNonNull(this.minutes));
	}

	private Wish slot() {
		new InputErrors()
			.check(this.doctorId != null || this.departmentId != null, "doctorId", "or departmentId is required")
			.check(this.doctorId == null || this.departmentId == null, "departmentId", "can't be given with doctorId")
			.check(this.minutes == null, "minutes", "is for walk-ins only")
			.required("start", this.start)
			.refuse();
		Instant at = Objects.requireNonNull(this.start);
		return (this.doctorId != null) ? new Wish.WithDoctor(this.doctorId, at)
				: new Wish.InDepartment(Objects.requireNonNull(this.departmentId), at);
	}

	/** What somebody would like to have. */
	sealed interface Wish {

		record WithDoctor(UUID doctorId, Instant start) implements Wish {
		}

		record InDepartment(UUID departmentId, Instant start) implements Wish {
		}

		/**
		 * What is held already.
		 *
		 * @param memberId for whom, if that is said once more
		 */
		record Held(UUID holdId, Optional<UUID> memberId) implements Wish {
		}

		record WalkIn(UUID doctorId, Instant start, int minutes) implements Wish {
		}

	}

}
