package clinic.daybook.api.scheduling;

/** Where an appointment stands. */
public enum AppointmentStatus {

	BOOKED, CHECKED_IN, COMPLETED, NO_SHOW, CANCELLED

}
