package clinic.daybook.api.scheduling;

/** Why a hold is no more. */
public enum HoldEnd {

	GIVEN_UP, REPLACED, BOOKED

}
