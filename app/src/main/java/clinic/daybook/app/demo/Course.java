package clinic.daybook.app.demo;

/** What becomes of an appointment. */
enum Course {

	KEPT, MISSED, CANCELLED_BY_MEMBER, CANCELLED_BY_CLINIC,

	/** It is over, and nobody has said yet whether the member came. */
	LEFT_BOOKED,

	/** The member came, and nobody has said yet that they were seen. */
	LEFT_CHECKED_IN;

	/** By the throw of a dice from 0 to 99. */
	static Course ofThePast(int dice) {
		if (dice < 8) {
			return MISSED;
		}
		if (dice < 17) {
			return CANCELLED_BY_MEMBER;
		}
		return (dice < 22) ? CANCELLED_BY_CLINIC : KEPT;
	}

	/** Likewise, for one still to come. */
	static Course sinceBooking(int dice) {
		if (dice < 8) {
			return CANCELLED_BY_MEMBER;
		}
		return (dice < 12) ? CANCELLED_BY_CLINIC : KEPT;
	}

}
