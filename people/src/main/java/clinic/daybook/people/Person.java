package clinic.daybook.people;

import java.util.UUID;

import clinic.daybook.api.users.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is. Not to be logged, stored or put into an event: ask again instead.
 *
 * @param email null for members without a login and an address
 * @param doctorId the doctor whose account this is, if it is one's
 */
public record Person(UUID userId, String fullName, @Nullable String email, @Nullable String phone, Role role,
		boolean enabled, @Nullable UUID doctorId) {

	@Override
	public String toString() {
		return "Person[" + this.userId + "]";
	}

}
