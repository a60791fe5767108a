package clinic.daybook.people;

import java.util.Objects;
import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.book.Receipt;
import clinic.daybook.web.Actor;
import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.Caller;
import clinic.daybook.web.CurrentCaller;
import clinic.daybook.web.InputErrors;
import clinic.daybook.web.Limits;
import clinic.daybook.web.Page;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import clinic.daybook.web.ReadYourWrites;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's accounts, in an ADMIN's hands. */
@RestController
@AllowedTo(Role.ADMIN)
@Tag(name = "Users")
class UsersApi {

	private final UserList list;

	private final AccountDirectory directory;

	private final UserChanges changes;

	private final PasswordChanges passwords;

	private final ReadYourWrites readYourWrites;

	UsersApi(UserList list, AccountDirectory directory, UserChanges changes, PasswordChanges passwords,
			ReadYourWrites readYourWrites) {
		this.list = list;
		this.directory = directory;
		this.changes = changes;
		this.passwords = passwords;
		this.readYourWrites = readYourWrites;
	}

	@GetMapping("/admin/users")
	@Operation(summary = "List users", description = "By name. q is looked for in names and e-mails.")
	Page<User> users(@RequestParam @Nullable String q, @RequestParam @Nullable Role role, Limits limits) {
		Page<Person> page = this.list.page(q, role, limits);
		return new Page<>(page.items().stream().map(User::of).toList(), page.next());
	}

	@GetMapping("/admin/users/{id}")
	@Operation(summary = "Look at one user")
	User user(@PathVariable UUID id) {
		return this.directory.find(id)
			.map(User::of)
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no user with this id."));
	}

	@PutMapping("/admin/users/{id}")
	@Operation(summary = "Change a user's role, disable or enable them",
			description = "Counts from the user's very next request on. The last enabled ADMIN stays one.")
	User change(@CurrentCaller Caller caller, @PathVariable UUID id, @RequestBody UserChange body) {
		new InputErrors().required("role", body.role()).required("enabled", body.enabled()).refuse();
		Role role = Objects.requireNonNull(body.role());
		boolean enabled = Objects.requireNonNull(body.enabled());
		Receipt<Person> receipt = Receipt.of(() -> this.changes.change(id, role, enabled, Actor.of(caller)));
		this.readYourWrites.makeVisible(receipt.position());
		return User.of(receipt.answer());
	}

	@PostMapping("/admin/users/{id}/password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Give a user a temporary password",
			description = "Ends all their sessions; they must choose their own when they log in with it.")
	void give(@PathVariable UUID id, @RequestBody Temporary body) {
		InputErrors errors = new InputErrors().required("temporaryPassword", body.temporaryPassword());
		Passwords.check(errors, "temporaryPassword", body.temporaryPassword());
		errors.refuse();
		this.passwords.give(id, Objects.requireNonNull(body.temporaryPassword()));
	}

	record UserChange(@Nullable Role role, @Nullable Boolean enabled) {
	}

	record Temporary(@Nullable String temporaryPassword) {

		@Override
		public String toString() {
			return "Temporary[...]";
		}

	}

	record User(UUID userId, @Nullable String email, String fullName, @Nullable String phone, Role role,
			boolean enabled, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID doctorId) {

		static User of(Person person) {
			return new User(person.userId(), person.email(), person.fullName(), person.phone(), person.role(),
					person.enabled(), person.doctorId());
		}

	}

}
