package clinic.daybook.command.catalogue;

import java.util.UUID;

import clinic.daybook.api.departments.DepartmentCommand.AssignDoctor;
import clinic.daybook.api.departments.DepartmentCommand.UnassignDoctor;
import clinic.daybook.api.users.Role;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import clinic.daybook.web.Refuses;
import clinic.daybook.web.WritesToBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Catalogue")
@AllowedTo(Role.ADMIN)
class AssignDoctorApi {

	private final DepartmentCommands departments;

	private final EventStore book;

	AssignDoctorApi(DepartmentCommands departments, EventStore book) {
		this.departments = departments;
		this.book = book;
	}

	@PostMapping("/admin/assign-doctor")
	@WritesToBook
	@Refuses(ProblemCode.NOT_FOUND)
	@Operation(operationId = "assignDoctor", summary = "Assign a doctor to a department",
			description = "A doctor may be in several. To assign one again changes nothing.")
	Assignment assign(@CurrentCaller Caller caller, @RequestBody Assignment assignment) {
		checkDoctor(assignment.doctorId());
		this.departments.send(new AssignDoctor(assignment.departmentId(), assignment.doctorId()), Actor.of(caller));
		return assignment;
	}

	@DeleteMapping("/admin/assign-doctor")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@WritesToBook
	@Refuses(ProblemCode.NOT_FOUND)
	@Operation(operationId = "unassignDoctor", summary = "Take a doctor out of a department",
			description = "Appointments stay. To take out one who is not in it changes nothing.")
	void unassign(@CurrentCaller Caller caller, @RequestParam UUID doctorId, @RequestParam UUID departmentId) {
		checkDoctor(doctorId);
		this.departments.send(new UnassignDoctor(departmentId, doctorId), Actor.of(caller));
	}

	/** Doctors never go away, so it suffices to look before. */
	private void checkDoctor(UUID doctorId) {
		if (this.book.lastSequenceNumberFor(Doctor.streamOf(doctorId)).isEmpty()) {
			throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such doctor.");
		}
	}

	record Assignment(UUID doctorId, UUID departmentId) {
	}

}
