package clinic.daybook.app.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import clinic.daybook.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ConditionalOnBooleanProperty("daybook.clock.adjustable")
@Tag(name = "Demo clock")
class DemoClockApi {

	private final DemoClock clock;

	DemoClockApi(DemoClock clock) {
		this.clock = clock;
	}

	@GetMapping("/demo/clock")
	@Operation(operationId = "getDemoClock", summary = "What time it is for this clinic",
			description = "It runs on from wherever it was moved to.")
	ClockAnswer read() {
		return new ClockAnswer(this.clock.now());
	}

	@PostMapping("/demo/clock")
	@AllowedTo(Role.ADMIN)
	@Refuses(ProblemCode.CONFLICT)
	@Operation(operationId = "moveDemoClock", summary = "Move the clock forward",
			description = "By a duration or to an instant, for everything and for good: it never moves back.")
	ClockAnswer move(@RequestBody ClockRequest request) throws InterruptedException {
		if (request.now() != null && request.advance() == null) {
			return moveTo(request.now());
		}
		if (request.advance() != null && request.now() == null) {
			return advance(duration(request.advance()));
		}
		throw ProblemException.invalid("advance", "or now must be given, and not both");
	}

	private ClockAnswer moveTo(Instant instant) throws InterruptedException {
		if (!this.clock.reaches(instant)) {
			throw ProblemException.invalid("now", "is too far in the future");
		}
		return new ClockAnswer(this.clock.moveTo(instant).orElseThrow(DemoClockApi::backwards));
	}

	private ClockAnswer advance(Duration by) throws InterruptedException {
		if (by.isNegative()) {
			throw backwards();
		}
		if (!this.clock.reaches(by)) {
			throw ProblemException.invalid("advance", "is too long");
		}
		return new ClockAnswer(this.clock.advance(by));
	}

	private static Duration duration(String text) {
		try {
			return Duration.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw ProblemException.invalid("advance", "must be an ISO-8601 duration like PT5M");
		}
	}

	private static ProblemException backwards() {
		return new ProblemException(ProblemCode.CONFLICT, "The clock only moves forward.");
	}

	record ClockRequest(@Nullable String advance, @Nullable Instant now) {
	}

	record ClockAnswer(Instant now) {
	}

}
