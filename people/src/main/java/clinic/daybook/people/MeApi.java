package clinic.daybook.people;

import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.DespiteTemporaryPassword;
import clinic.daybook.web.InputErrors;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One's own account. */
@RestController
@Tag(name = "Identity")
class MeApi {

	private final AccountDirectory directory;

	private final Names names;

	MeApi(AccountDirectory directory, Names names) {
		this.directory = directory;
		this.names = names;
	}

	@GetMapping("/auth/me")
	@DespiteTemporaryPassword
	@Operation(operationId = "getMe", summary = "Who am I?", description = "The account that the token is for.")
	Me me(@CurrentCaller Caller caller) {
		return this.directory.find(caller.userId())
			.map(Me::of)
			.orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED));
	}

	@PutMapping("/auth/me")
	@Operation(operationId = "changeMe", summary = "Change my name or phone number",
			description = "Replaces both: without a phone number there is none.")
	Me change(@CurrentCaller Caller caller, @RequestBody MyDetails body) {
		InputErrors errors = new InputErrors();
		PersonalData.check(errors, body.fullName(), body.phone());
		errors.refuse();
		return this.names.change(caller.userId(), body.fullName().strip(), PersonalData.phone(body.phone()))
			.map(Me::of)
			.orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED));
	}

	record MyDetails(String fullName, @Nullable String phone) {
	}

	record Me(UUID userId, @Nullable String email, String fullName, @Nullable String phone, Role role,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID doctorId) {

		static Me of(Person person) {
			return new Me(person.userId(), person.email(), person.fullName(), person.phone(), person.role(),
					person.doctorId());
		}

	}

}
