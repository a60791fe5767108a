package clinic.daybook.query.catalogue;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import clinic.daybook.people.AccountDirectory;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Catalogue")
class DoctorApi {

	private final JdbcClient jdbc;

	private final AccountDirectory people;

	DoctorApi(JdbcClient jdbc, AccountDirectory people) {
		this.jdbc = jdbc;
		this.people = people;
	}

	@GetMapping("/api/doctors/{doctorId}")
	@Operation(summary = "One doctor")
	DoctorAnswer get(@PathVariable UUID doctorId) {
		String name = this.people.doctorNamesOf(List.of(doctorId)).getOrDefault(doctorId, "");
		return this.jdbc.sql("""
				select d.specialty, s.time_zone
				from read.doctor d join read.schedule s using (doctor_id)
				where d.doctor_id = :id
				""")
			.param("id", doctorId)
			.query((row, number) -> new DoctorAnswer(doctorId, name, row.getString("specialty"),
					ZoneId.of(row.getString("time_zone")), List.of()))
			.optional()
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such doctor."));
	}

	record DoctorAnswer(UUID doctorId, String fullName, String specialty, ZoneId timeZone,
			List<DepartmentAnswer> departments) {
	}

	record DepartmentAnswer(UUID departmentId, String name) {
	}

}
