package clinic.daybook.people;

import java.util.UUID;

import clinic.daybook.web.Caller;

/** Between whom an appointment is. To anybody else it must look as if it didn't exist. */
public record Parties(UUID doctorId, UUID memberId) {

	/** Whether the caller is its member or its treating doctor. */
	public boolean include(Caller caller) {
		return switch (caller.role()) {
			case MEMBER -> this.memberId.equals(caller.userId());
			case DOCTOR -> this.doctorId.equals(caller.doctorId());
			case ADMIN, RECEPTION, AUDITOR -> false;
		};
	}

	/** Whether the caller may see it, and change it as far as the rules permit. */
	public boolean areOpenTo(Caller caller) {
		return switch (caller.role()) {
			case ADMIN, RECEPTION -> true;
			case MEMBER, DOCTOR, AUDITOR -> include(caller);
		};
	}

}
