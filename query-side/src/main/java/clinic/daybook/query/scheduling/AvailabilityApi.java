package clinic.daybook.query.scheduling;

import java.time.LocalDate;
import java.util.UUID;

import clinic.daybook.web.ContentTag;
import clinic.daybook.web.IfNoneMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Availability")
class AvailabilityApi {

	private final AvailabilityQueries availability;

	private final ContentTag tags;

	AvailabilityApi(AvailabilityQueries availability, ContentTag tags) {
		this.availability = availability;
		this.tags = tags;
	}

	@GetMapping("/api/availability/{doctorId}")
	@Operation(operationId = "getAvailability", summary = "A doctor's hours and free slots",
			description = "For today and the six days after, or for the dates from - to, both included, 62 at most.")
	ResponseEntity<AvailabilityView> get(@PathVariable UUID doctorId,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to,
			@RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
		AvailabilityView view = this.availability.find(doctorId, from, to);
		return IfNoneMatch.answer(ifNoneMatch, this.tags.of(view), CacheControl.noCache(), view);
	}

}
