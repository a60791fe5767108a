package clinic.daybook.api.users;

import java.util.UUID;

import clinic.daybook.api.DaybookEvent;

/** What happens to an account, without anything that says who the person is. */
public sealed interface UserEvent extends DaybookEvent {

	UUID userId();

	record UserRegistered(UUID userId, Role role) implements UserEvent {
	}

	/** From now on the account has this role and no other. */
	record RoleChanged(UUID userId, Role role) implements UserEvent {
	}

	record UserDisabled(UUID userId) implements UserEvent {
	}

	record UserEnabled(UUID userId) implements UserEvent {
	}

}
