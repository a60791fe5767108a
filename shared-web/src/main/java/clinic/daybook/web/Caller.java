package clinic.daybook.web;

import java.util.UUID;

import clinic.daybook.api.users.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the account stands now.
 *
 * @param doctorId the doctor whose account this is, if it is one's
 * @param sessionId the login that the access token came from
 * @param mustChangePassword as long as the password is one that an ADMIN gave out
 */
public record Caller(UUID userId, Role role, @Nullable UUID doctorId, UUID sessionId, boolean mustChangePassword) {

	public boolean is(Role... roles) {
		for (Role one : roles) {
			if (one == this.role) {
				return true;
			}
		}
		return false;
	}

}
