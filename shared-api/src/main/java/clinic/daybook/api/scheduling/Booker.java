package clinic.daybook.api.scheduling;

/**
 * On whose side somebody acts. The clinic (its doctors, its front desk, its admins) is
 * free of notice, horizon, daily limit and cut-off, never of hours, overlap or the past.
 */
public enum Booker {

	MEMBER, CLINIC

}
