package clinic.daybook.web;

import java.util.UUID;

import clinic.daybook.api.users.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the account stands now.
 *
 * @param doctorId the doctor whose account this is, if it is one's
 */
public record Caller(UUID userId, Role role, @Nullable UUID doctorId) {

	public boolean is(Role... roles) {
		for (Role one : roles) {
			if (one == this.role) {
				return true;
			}
		}
		return false;
	}

}
