package clinic.daybook.api.scheduling;

/**
 * The rules about the hour of an appointment, in the order in which they are tried: the
 * first one broken is the answer.
 */
public enum SlotRule {

	NOT_TOO_SOON, NOT_TOO_FAR_AHEAD, WITHIN_WORKING_HOURS, NOT_ON_TIME_OFF, ON_THE_GRID, NOT_TAKEN, NOT_HELD,
	MEMBER_IS_FREE

}
