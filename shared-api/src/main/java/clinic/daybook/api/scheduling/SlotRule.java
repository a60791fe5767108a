package clinic.daybook.api.scheduling;

/**
 * The rules about the hour of an appointment, in the order in which they are tried: the
 * first one broken is the answer.
 */
public enum SlotRule {

	NOT_TOO_SOON, NOT_TOO_FAR_AHEAD, WITHIN_WORKING_HOURS, ON_THE_GRID, NOT_TAKEN, MEMBER_IS_FREE

}
