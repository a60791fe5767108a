package clinic.daybook.web.openapi;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import clinic.daybook.web.FieldError;
import clinic.daybook.web.ProblemCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The forms that problem documents come in. */
sealed interface ProblemDocument {

	/** The form that a code comes in, which may depend on what was asked. */
	static Class<? extends ProblemDocument> of(ProblemCode code, Endpoint endpoint) {
		return switch (code) {
			case TOO_FAR, OUTSIDE_WORKING_HOURS, ON_TIME_OFF, NOT_ON_GRID, SLOT_TAKEN, SLOT_HELD, MEMBER_BUSY,
					LIMIT_REACHED ->
				SlotProblem.class;
			case TOO_SOON -> endpoint.refusals().contains(ProblemCode.SLOT_TAKEN) ? SlotProblem.class : Problem.class;
			case APPOINTMENTS_AFFECTED -> AffectedProblem.class;
			default -> Problem.class;
		};
	}

	/** Most of them. */
	record Problem(URI type, String title, int status, String detail, URI instance, String code, String traceId,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FieldError> errors) implements ProblemDocument {
	}

	/** A slot that can't be had, and a few that can. */
	record SlotProblem(URI type, String title, int status, String detail, URI instance, String code, String traceId,
			List<FreeSlot> nextFreeSlots) implements ProblemDocument {
	}

	/** A change that would leave appointments alone. */
	record AffectedProblem(URI type, String title, int status, String detail, URI instance, String code, String traceId,
			List<AffectedAppointment> affected) implements ProblemDocument {
	}

	record FreeSlot(UUID doctorId, OffsetDateTime start, OffsetDateTime end) {
	}

	record AffectedAppointment(UUID appointmentId, OffsetDateTime start, OffsetDateTime end) {
	}

}
