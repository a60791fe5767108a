/**
 * A doctor's schedule: decided here, from its own history. The shell
 * ({@link clinic.daybook.command.scheduling.DoctorSchedule}) is Axon's; the rules
 * ({@link clinic.daybook.command.scheduling.ScheduleDecider}) know only the language.
 */
@NullMarked
package clinic.daybook.command.scheduling;

import org.jspecify.annotations.NullMarked;
