package clinic.daybook.app.demo;

import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.people.NewAccount;
import clinic.daybook.web.Actor;
import org.jspecify.annotations.Nullable;

/** Somebody with an account in the demo clinic. */
record DemoPerson(UUID userId, Role role, String email, String fullName, @Nullable String phone) {

	/** Everybody's. It is shown to whoever starts the demo. */
	static final String PASSWORD = "daybook-demo";

	NewAccount account() {
		return new NewAccount(this.email, PASSWORD, this.fullName, this.phone, this.role);
	}

	Actor asActor() {
		return Actor.of(this.userId, this.role);
	}

}
