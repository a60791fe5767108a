package clinic.daybook.command.catalogue;

import java.util.UUID;

import clinic.daybook.api.departments.DepartmentCommand.CloseDepartment;
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
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Catalogue")
class CloseDepartmentApi {

	private final DepartmentCommands departments;

	CloseDepartmentApi(DepartmentCommands departments) {
		this.departments = departments;
	}

	@DeleteMapping("/admin/departments/{departmentId}")
	@AllowedTo(Role.ADMIN)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@WritesToBook
	@Refuses(ProblemCode.DEPARTMENT_NOT_EMPTY)
	@Operation(operationId = "closeDepartment", summary = "Close a department",
			description = "Refused while doctors are assigned to it.")
	void close(@CurrentCaller Caller caller, @PathVariable UUID departmentId) {
		this.departments.send(new CloseDepartment(departmentId), Actor.of(caller));
	}

}
