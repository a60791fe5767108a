package clinic.daybook.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import clinic.daybook.web.InputErrors;
import org.jspecify.annotations.Nullable;

/** A member without a login, as the front desk describes them. */
record NewMember(String fullName, @Nullable String email, @Nullable String phone, @Nullable LocalDate dateOfBirth) {

	void check(Instant now) {
		InputErrors errors = new InputErrors();
		PersonalData.check(errors, this.fullName, this.phone);
		errors.check(this.email == null || Email.isOne(this.email), "email", Email.EXPECTED);
		PersonalData.checkDateOfBirth(errors, this.dateOfBirth, now);
		errors.refuse();
	}

	/** To be called once it has been found right. */
	Member member(UUID memberId) {
		return new Member(memberId, this.fullName.strip(), (this.email != null) ? Email.normalised(this.email) : null,
				PersonalData.phone(this.phone), this.dateOfBirth, false);
	}

	@Override
	public String toString() {
		return "NewMember[...]";
	}

}
