package clinic.daybook.people;

import java.net.URI;
import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.book.Receipt;
import clinic.daybook.web.Actor;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import clinic.daybook.web.ReadYourWrites;
import clinic.daybook.web.Refuses;
import clinic.daybook.web.WritesToBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Anybody may become a member; an ADMIN can take in anybody. */
@RestController
@Tag(name = "Identity")
class RegisterApi {

	private final Accounts accounts;

	private final RateLimits limits;

	private final ReadYourWrites readYourWrites;

	RegisterApi(Accounts accounts, RateLimits limits, ReadYourWrites readYourWrites) {
		this.accounts = accounts;
		this.limits = limits;
		this.readYourWrites = readYourWrites;
	}

	@PostMapping("/auth/register")
	@ResponseStatus(HttpStatus.CREATED)
	@WritesToBook
	@Refuses({ ProblemCode.EMAIL_TAKEN, ProblemCode.RATE_LIMITED })
	@Operation(operationId = "registerAccount", summary = "Register",
			description = "Anybody becomes a MEMBER. An ADMIN, and nobody else, may name another role.")
	ResponseEntity<Registered> register(@CurrentCaller @Nullable Caller caller, @RequestBody Registration body,
			HttpServletRequest request) {
		Role role = (body.role() != null) ? body.role() : Role.MEMBER;
		boolean admin = caller != null && caller.role() == Role.ADMIN;
		if (role != Role.MEMBER && !admin) {
			throw new ProblemException(ProblemCode.FORBIDDEN, "Only an ADMIN gives roles other than MEMBER.");
		}
		if (!admin) {
			this.limits.registration(request.getRemoteAddr());
		}
		Receipt<Person> receipt = Receipt.of(() -> this.accounts.register(
				new NewAccount(body.email(), body.password(), body.fullName(), body.phone(), role), Actor.of(caller)));
		this.readYourWrites.makeVisible(receipt.position());
		Person person = receipt.answer();
		return ResponseEntity.created(URI.create(admin ? "/admin/users/" + person.userId() : "/auth/me"))
			.body(new Registered(person.userId(), String.valueOf(person.email()), person.fullName(), role));
	}

	record Registration(String email, String password, String fullName, @Nullable String phone, @Nullable Role role) {
	}

	record Registered(UUID userId, String email, String fullName, Role role) {
	}

}
