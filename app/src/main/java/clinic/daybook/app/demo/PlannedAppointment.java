package clinic.daybook.app.demo;

import java.util.UUID;

import clinic.daybook.api.scheduling.Interval;

/** An appointment of the story. */
record PlannedAppointment(UUID appointmentId, DemoDoctor doctor, DemoMember member, Interval slot) {

}
