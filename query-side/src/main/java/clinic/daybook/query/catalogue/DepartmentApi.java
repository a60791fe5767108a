package clinic.daybook.query.catalogue;

import java.util.UUID;

import clinic.daybook.api.departments.DepartmentView;
import clinic.daybook.web.Limits;
import clinic.daybook.web.Page;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Catalogue")
class DepartmentApi {

	private final DepartmentQueries departments;

	DepartmentApi(DepartmentQueries departments) {
		this.departments = departments;
	}

	@GetMapping("/api/departments")
	@Operation(operationId = "listDepartments", summary = "The departments", description = "By name.")
	Page<DepartmentView> list(Limits limits) {
		return this.departments.list(limits);
	}

	@GetMapping("/api/departments/{departmentId}")
	@Operation(operationId = "getDepartment", summary = "One department",
			description = "One that was closed is not found any more.")
	DepartmentView get(@PathVariable UUID departmentId) {
		return this.departments.find(departmentId)
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such department."));
	}

}
