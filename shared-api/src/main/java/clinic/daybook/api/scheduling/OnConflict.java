package clinic.daybook.api.scheduling;

/**
 * What becomes of booked appointments that a change of hours would leave outside them, or
 * a deactivated doctor would leave alone.
 */
public enum OnConflict {

	REFUSE, KEEP, CANCEL

}
