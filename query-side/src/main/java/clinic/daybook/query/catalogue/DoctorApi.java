package clinic.daybook.query.catalogue;

import java.util.UUID;

import clinic.daybook.web.Limits;
import clinic.daybook.web.Page;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Catalogue")
class DoctorApi {

	private final DoctorQueries doctors;

	DoctorApi(DoctorQueries doctors) {
		this.doctors = doctors;
	}

	@GetMapping("/api/doctors")
	@Operation(operationId = "listDoctors", summary = "The doctors",
			description = "By name. Of a department, of a specialty, or with q somewhere in the name.")
	Page<DoctorView> list(@RequestParam(required = false) @Nullable UUID departmentId,
			@RequestParam(required = false) @Nullable String specialty,
			@RequestParam(required = false) @Nullable String q, Limits limits) {
		return this.doctors.list(new DoctorFilter(departmentId, specialty, q, null), limits);
	}

	@GetMapping("/api/doctors/{doctorId}")
	@Operation(operationId = "getDoctor", summary = "One doctor",
			description = "What they do, where, and in which time zone.")
	DoctorView get(@PathVariable UUID doctorId) {
		return this.doctors.find(doctorId)
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such doctor."));
	}

}
