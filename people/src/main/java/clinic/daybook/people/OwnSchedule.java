package clinic.daybook.people;

import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.web.Caller;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.springframework.stereotype.Component;

/**
 * Whose schedule somebody deals with: a doctor with their own, the front desk with any.
 */
@Component
public class OwnSchedule {

	private final AccountDirectory people;

	OwnSchedule(AccountDirectory people) {
		this.people = people;
	}

	/**
	 * Refuses doctors other than the schedule's own.
	 * @throws ProblemException 403, or 404 if it is nobody's
	 */
	public void check(Caller caller, UUID doctorId) {
		if (caller.is(Role.DOCTOR) && !doctorId.equals(caller.doctorId())) {
			throw this.people.doctorWithId(doctorId).isPresent()
					? new ProblemException(ProblemCode.FORBIDDEN, "This is another doctor's schedule.")
					: new ProblemException(ProblemCode.NOT_FOUND, "There is no such doctor.");
		}
	}

}
