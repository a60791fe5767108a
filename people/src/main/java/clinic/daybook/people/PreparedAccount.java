package clinic.daybook.people;

import java.util.UUID;

import clinic.daybook.api.users.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account found right and with its password hashed, ready to be stored. Hashing takes
 * long, so it is done before any transaction begins.
 */
public final class PreparedAccount {

	private final UUID userId;

	private final String email;

	private final String passwordHash;

	private final String fullName;

	private final @Nullable String phone;

	private final Role role;

	PreparedAccount(UUID userId, String email, String passwordHash, String fullName, @Nullable String phone,
			Role role) {
		this.userId = userId;
		this.email = email;
		this.passwordHash = passwordHash;
		this.fullName = fullName;
		this.phone = phone;
		this.role = role;
	}

	public UUID userId() {
		return this.userId;
	}

	String email() {
		return this.email;
	}

	String passwordHash() {
		return this.passwordHash;
	}

	String fullName() {
		return this.fullName;
	}

	@Nullable String phone() {
		return this.phone;
	}

	Role role() {
		return this.role;
	}

}
