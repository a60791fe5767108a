package clinic.daybook.query.scheduling;

import java.time.LocalDate;
import java.util.UUID;

import clinic.daybook.query.catalogue.DoctorFilter;
import clinic.daybook.web.Limits;
import clinic.daybook.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Availability")
class SlotApi {

	private final SlotQueries slots;

	SlotApi(SlotQueries slots) {
		this.slots = slots;
	}

	@GetMapping("/api/slots")
	@Operation(operationId = "listSlots", summary = "Free slots of all doctors who match",
			description = "By start. Of a department, of a specialty or of one doctor; for today and the 13 days after, "
					+ "or for the dates from - to of each doctor's own zone, both included, 62 at most.")
	Page<DoctorSlotView> list(@RequestParam(required = false) @Nullable UUID departmentId,
			@RequestParam(required = false) @Nullable String specialty,
			@RequestParam(required = false) @Nullable UUID doctorId,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to, Limits limits) {
		return this.slots.list(new DoctorFilter(departmentId, specialty, null, doctorId), from, to, limits);
	}

}
