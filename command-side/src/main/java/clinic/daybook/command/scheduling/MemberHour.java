package clinic.daybook.command.scheduling;

import java.util.UUID;

import clinic.daybook.api.scheduling.Interval;

/**
 * An hour of a member's life that is taken.
 *
 * @param by the appointment or the hold that takes it
 */
record MemberHour(Interval hour, UUID by) {

}
