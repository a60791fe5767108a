package clinic.daybook.people;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.InputErrors;
import org.jspecify.annotations.Nullable;

/** An account that somebody asks for; every part may yet turn out to be wrong. */
public record NewAccount(String email, String password, String fullName, @Nullable String phone, Role role) {

	/** Names what is wrong with it, if anything is. */
	InputErrors errors() {
		InputErrors errors = new InputErrors().check(Email.isOne(this.email), "email", Email.EXPECTED);
		Passwords.check(errors, "password", this.password);
		PersonalData.check(errors, this.fullName, this.phone);
		return errors;
	}

	@Override
	public String toString() {
		return "NewAccount[" + this.role + "]";
	}

}
