package clinic.daybook.web;

import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.users.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, as the book remembers it.
 *
 * @param userId null for those without an account
 */
public record Actor(@Nullable UUID userId, String role) {

	/** Daybook itself. */
	public static final Actor SYSTEM = new Actor(null, "SYSTEM");

	public static final Actor ANONYMOUS = new Actor(null, "ANONYMOUS");

	public static Actor of(@Nullable Caller caller) {
		return (caller != null) ? of(caller.userId(), caller.role()) : ANONYMOUS;
	}

	public static Actor of(UUID userId, Role role) {
		return new Actor(userId, role.name());
	}

	public Optional<UUID> account() {
		return Optional.ofNullable(this.userId);
	}

}
