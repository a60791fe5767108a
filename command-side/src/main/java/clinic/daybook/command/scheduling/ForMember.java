package clinic.daybook.command.scheduling;

import java.util.UUID;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.users.Role;
import clinic.daybook.people.AccountDirectory;
import clinic.daybook.web.Caller;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * For whom somebody books or holds: a member for themselves, the front desk for one it
 * names.
 */
@Component
class ForMember {

	private final AccountDirectory people;

	ForMember(AccountDirectory people) {
		this.people = people;
	}

	/**
	 * The member.
	 * @param named in the request, if anybody is
	 * @throws ProblemException if that is nobody, or somebody else than the caller may
	 * name
	 */
	UUID of(Caller caller, @Nullable UUID named) {
		if (caller.is(Role.MEMBER)) {
			if (named != null && !named.equals(caller.userId())) {
				throw new ProblemException(ProblemCode.FORBIDDEN, "A member books for themselves only.");
			}
			return caller.userId();
		}
		if (named == null) {
			throw ProblemException.invalid("memberId", "is required when booking for a member");
		}
		if (this.people.memberWithId(named).isEmpty()) {
			throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such member.");
		}
		return named;
	}

	static Booker side(Caller caller) {
		return caller.is(Role.MEMBER) ? Booker.MEMBER : Booker.CLINIC;
	}

}
