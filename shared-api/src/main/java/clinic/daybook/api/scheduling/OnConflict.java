package clinic.daybook.api.scheduling;

/**
 * What becomes of booked appointments that a change of hours would leave outside them.
 */
public enum OnConflict {

	REFUSE, KEEP, CANCEL

}
