package clinic.daybook.command.catalogue;

import java.util.UUID;

import clinic.daybook.api.departments.DepartmentCommand.RenameDepartment;
import clinic.daybook.api.departments.DepartmentView;
import clinic.daybook.api.users.Role;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.Refuses;
import clinic.daybook.web.WritesToBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Catalogue")
class RenameDepartmentApi {

	private final DepartmentCommands departments;

	RenameDepartmentApi(DepartmentCommands departments) {
		this.departments = departments;
	}

	@PutMapping("/admin/departments/{departmentId}")
	@AllowedTo(Role.ADMIN)
	@WritesToBook
	@Refuses(ProblemCode.DEPARTMENT_EXISTS)
	@Operation(operationId = "renameDepartment", summary = "Change a department's name and description",
			description = "Replaces both: without a description it has none.")
	DepartmentView rename(@CurrentCaller Caller caller, @PathVariable UUID departmentId,
			@RequestBody DepartmentRequest request) {
		DepartmentRequest.Checked checked = request.check();
		this.departments.send(new RenameDepartment(departmentId, checked.name(), checked.description()),
				Actor.of(caller));
		return new DepartmentView(departmentId, checked.name(), checked.description());
	}

}
