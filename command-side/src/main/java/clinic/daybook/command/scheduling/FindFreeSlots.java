package clinic.daybook.command.scheduling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.Asked;

/**
 * Asks a schedule what a member could have instead, given the hours that are taken in
 * their own life: those it can't know.
 *
 * @param moving the appointment that is to have the hour, if it is there already: its
 * present one doesn't count
 */
record FindFreeSlots(UUID doctorId, Asked asked, List<MemberHour> memberHours, Optional<UUID> moving) {

}
