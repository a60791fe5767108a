package clinic.daybook.matrix;

import java.util.Set;

/** Who asks, as seen from the appointment, schedule or account that is asked for. */
enum Caller {

	NOBODY("nobody"),

	BAD_TOKEN("a bad token"),

	ITS_MEMBER("its member"),

	ANOTHER_MEMBER("another member"),

	ITS_DOCTOR("its doctor"),

	ANOTHER_DOCTOR("another doctor"),

	RECEPTION("the reception"),

	AUDITOR("an auditor"),

	ADMIN("an admin");

	static final Set<Caller> MEMBERS = Set.of(ITS_MEMBER, ANOTHER_MEMBER);

	static final Set<Caller> DOCTORS = Set.of(ITS_DOCTOR, ANOTHER_DOCTOR);

	/** Those who work for all doctors and all members. */
	static final Set<Caller> DESK = Set.of(RECEPTION, ADMIN);

	private final String inWords;

	Caller(String inWords) {
		this.inWords = inWords;
	}

	@Override
	public String toString() {
		return this.inWords;
	}

}
