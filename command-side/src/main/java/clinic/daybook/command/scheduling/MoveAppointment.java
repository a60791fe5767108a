package clinic.daybook.command.scheduling;

import clinic.daybook.api.scheduling.RescheduleAppointment;

/** Reschedules an appointment, which may concern two schedules at once. */
record MoveAppointment(RescheduleAppointment command) {

}
