package clinic.daybook.people;

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
import clinic.daybook.web.Refuses;
import clinic.daybook.web.WritesToBook;
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
	@Operation(operationId = "listUsers", summary = "List users",
			description = "By name, everybody with a login. q is looked for in names and e-mails.")
	Page<User> users(@RequestParam @Nullable String q, @RequestParam @Nullable Role role, Limits limits) {
		Page<Person> page = this.list.page(q, role, limits);
		return new Page<>(page.items().stream().map(User::of).toList(), page.next());
	}

	@GetMapping("/admin/users/{id}")
	@Operation(operationId = "getUser", summary = "Look at one user",
			description = "As they are now, their role and whether they are enabled.")
	User user(@PathVariable UUID id) {
		return this.directory.userWithId(id)
			.map(User::of)
			.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no user with this id."));
	}

	@PutMapping("/admin/users/{id}")
	@WritesToBook
	@Refuses(ProblemCode.LAST_ADMIN)
	@Operation(operationId = "changeUser", summary = "Change a user's role, disable or enable them",
			description = "Counts from the user's very next request on. The last enabled ADMIN stays one.")
	User change(@CurrentCaller Caller caller, @PathVariable UUID id, @RequestBody UserChange body) {
		Receipt<Person> receipt = Receipt
			.of(() -> this.changes.change(id, body.role(), body.enabled(), Actor.of(caller)));
		this.readYourWrites.makeVisible(receipt.position());
		return User.of(receipt.answer());
	}

	@PostMapping("/admin/users/{id}/password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "giveTemporaryPassword", summary = "Give a user a temporary password",
			description = "Ends all their sessions; they must choose their own when they log in with it.")
	void give(@PathVariable UUID id, @RequestBody TemporaryPassword body) {
		InputErrors errors = new InputErrors();
		Passwords.check(errors, "temporaryPassword", body.temporaryPassword());
		errors.refuse();
		this.passwords.give(id, body.temporaryPassword());
	}

	record UserChange(Role role, Boolean enabled) {
	}

	record TemporaryPassword(String temporaryPassword) {

		@Override
		public String toString() {
			return "TemporaryPassword[...]";
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
