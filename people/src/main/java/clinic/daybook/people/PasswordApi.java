package clinic.daybook.people;

import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.DespiteTemporaryPassword;
import clinic.daybook.web.InputErrors;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own password. */
@RestController
@Tag(name = "Identity")
class PasswordApi {

	private final PasswordChanges changes;

	private final RateLimits limits;

	PasswordApi(PasswordChanges changes, RateLimits limits) {
		this.changes = changes;
		this.limits = limits;
	}

	@PostMapping("/auth/password")
	@DespiteTemporaryPassword
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Refuses({ ProblemCode.BAD_CREDENTIALS, ProblemCode.CONFLICT, ProblemCode.RATE_LIMITED })
	@Operation(operationId = "changePassword", summary = "Change my password",
			description = "Ends all my other sessions; this one goes on.")
	void change(@CurrentCaller Caller caller, @RequestBody PasswordChange body, HttpServletRequest request) {
		body.check();
		this.limits.password(caller.userId(), request.getRemoteAddr());
		this.changes.choose(caller, body.currentPassword(), body.newPassword());
		this.limits.loggedIn(request.getRemoteAddr());
	}

	record PasswordChange(String currentPassword, String newPassword) {

		void check() {
			InputErrors errors = new InputErrors();
			Passwords.check(errors, "newPassword", this.newPassword);
			errors.check(!Passwords.same(this.currentPassword, this.newPassword), "newPassword",
					"must be another than the current one");
			errors.refuse();
		}

		@Override
		public String toString() {
			return "PasswordChange[...]";
		}

	}

}
