package clinic.daybook.people;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is treated, as the front desk knows them.
 *
 * @param email of a member without a login a mere address, which may be another's too
 */
record Member(UUID memberId, String fullName, @Nullable String email, @Nullable String phone,
		@Nullable LocalDate dateOfBirth, boolean hasLogin) {

	@Override
	public String toString() {
		return "Member[" + this.memberId + "]";
	}

}
