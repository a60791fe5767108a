package clinic.daybook.command.catalogue;

import java.net.URI;

import clinic.daybook.api.departments.DepartmentCommand.OpenDepartment;
import clinic.daybook.api.departments.DepartmentView;
import clinic.daybook.api.users.Role;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.NewId;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.Refuses;
import clinic.daybook.web.WritesToBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Catalogue")
class OpenDepartmentApi {

	private final DepartmentCommands departments;

	OpenDepartmentApi(DepartmentCommands departments) {
		this.departments = departments;
	}

	@PostMapping("/admin/departments")
	@AllowedTo(Role.ADMIN)
	@ResponseStatus(HttpStatus.CREATED)
	@WritesToBook
	@Refuses(ProblemCode.DEPARTMENT_EXISTS)
	@Operation(operationId = "openDepartment", summary = "Open a department",
			description = "No two have the same name, in whatever case.")
	ResponseEntity<DepartmentView> open(@CurrentCaller Caller caller, NewId newId,
			@RequestBody DepartmentRequest request) {
		DepartmentRequest.Checked checked = request.check();
		this.departments.send(new OpenDepartment(newId.value(), checked.name(), checked.description()),
				Actor.of(caller));
		return ResponseEntity.created(URI.create("/api/departments/" + newId.value()))
			.body(new DepartmentView(newId.value(), checked.name(), checked.description()));
	}

}
