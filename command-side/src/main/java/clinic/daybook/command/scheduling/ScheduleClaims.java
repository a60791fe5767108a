package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.Hold;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCheckedIn;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCompleted;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMissed;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMovedAway;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentRescheduled;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorReactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursWithdrawn;
import clinic.daybook.api.scheduling.ScheduleEvent.HoldReleased;
import clinic.daybook.api.scheduling.ScheduleEvent.ScheduleOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.SchedulingPolicySet;
import clinic.daybook.api.scheduling.ScheduleEvent.SlotHeld;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffTaken;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffWithdrawn;
import clinic.daybook.api.scheduling.ScheduleEvent.WorkingHoursSet;
import clinic.daybook.book.Claim;
import clinic.daybook.book.ClaimChange;
import clinic.daybook.book.ClaimChange.Release;
import clinic.daybook.book.ClaimChange.Take;
import clinic.daybook.book.ClaimRules;
import clinic.daybook.book.Claims;
import clinic.daybook.book.TimeRange;
import clinic.daybook.people.Parties;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.stereotype.Component;

/**
 * What a schedule's events claim beyond their stream: a member's hour, which no two
 * appointments may share whoever the doctors are, and where an appointment is to be
 * found. Derived from the events alone, so that it can be derived again.
 */
@Component
public class ScheduleClaims implements ClaimRules {

	static final String MEMBER_HOUR = "member-hour";

	static final String APPOINTMENT = "appointment";

	/** One of the few places that a member has for holds. */
	static final String MEMBER_HOLD = "member-hold";

	private static final String HOLD = "hold";

	@Override
	public List<ClaimChange> claimsOf(DomainEventMessage<?> message) {
		return (message.getPayload() instanceof ScheduleEvent event) ? claimsOf(event) : List.of();
	}

	static List<ClaimChange> claimsOf(ScheduleEvent event) {
		return switch (event) {
			case AppointmentBooked booked ->
				List.of(takeHour(booked.memberId(), booked.interval(), booked.appointmentId()),
						takePlace(booked.appointmentId(), booked.doctorId(), booked.memberId()));
			case AppointmentRescheduled moved -> moved(moved);
			case AppointmentMovedAway moved -> List.of(releaseHour(moved.memberId(), moved.appointmentId()),
					releasePlace(moved.appointmentId(), moved.doctorId(), moved.memberId()));
			case AppointmentCancelled cancelled ->
				List.of(releaseHour(cancelled.memberId(), cancelled.appointmentId()));
			case AppointmentMissed missed -> List.of(releaseHour(missed.memberId(), missed.appointmentId()));
			case SlotHeld held -> held(held);
			case HoldReleased released ->
				List.of(releaseHour(released.memberId(), released.holdId()), new Release(MEMBER_HOLD,
						placeFor(released.memberId(), released.place()), released.holdId().toString()));
			case AppointmentCheckedIn there -> List.of();
			case AppointmentCompleted seen -> List.of();
			case ScheduleOpened opened -> List.of();
			case WorkingHoursSet set -> List.of();
			case SchedulingPolicySet set -> List.of();
			case TimeOffTaken taken -> List.of();
			case TimeOffWithdrawn withdrawn -> List.of();
			case ExtraHoursOpened opened -> List.of();
			case ExtraHoursWithdrawn withdrawn -> List.of();
			case DoctorDeactivated deactivated -> List.of();
			case DoctorReactivated reactivated -> List.of();
		};
	}

	private static List<ClaimChange> moved(AppointmentRescheduled event) {
		ClaimChange released = releaseHour(event.memberId(), event.appointmentId());
		ClaimChange taken = takeHour(event.memberId(), event.interval(), event.appointmentId());
		return event.doctorId().equals(event.formerDoctorId()) ? List.of(released, taken)
				: List.of(taken, takePlace(event.appointmentId(), event.doctorId(), event.memberId()));
	}

	private static List<ClaimChange> held(SlotHeld event) {
		Hold hold = event.hold();
		Instant end = hold.expiresAt();
		return List.of(
				new Take(MEMBER_HOUR, hold.memberId().toString(), range(hold.interval()), hold.holdId().toString(),
						end),
				new Take(MEMBER_HOLD, placeFor(hold.memberId(), event.place()), null, hold.holdId().toString(), end),
				new Take(HOLD, hold.holdId().toString(), null, event.doctorId() + " " + hold.memberId(),
						end.plus(Holds.KEPT_AFTER_EXPIRY)));
	}

	private static ClaimChange takeHour(UUID memberId, Interval hour, UUID by) {
		return new Take(MEMBER_HOUR, memberId.toString(), range(hour), by.toString());
	}

	private static ClaimChange releaseHour(UUID memberId, UUID by) {
		return new Release(MEMBER_HOUR, memberId.toString(), by.toString());
	}

	private static ClaimChange takePlace(UUID appointmentId, UUID doctorId, UUID memberId) {
		return new Take(APPOINTMENT, appointmentId.toString(), null, doctorId + " " + memberId);
	}

	private static ClaimChange releasePlace(UUID appointmentId, UUID doctorId, UUID memberId) {
		return new Release(APPOINTMENT, appointmentId.toString(), doctorId + " " + memberId);
	}

	private static String placeFor(UUID memberId, int place) {
		return memberId + " " + place;
	}

	private static TimeRange range(Interval interval) {
		return new TimeRange(interval.start(), interval.end());
	}

	/** Between whom an appointment is; empty if there never was one. */
	static Optional<Parties> partiesOf(UUID appointmentId, Claims claims) {
		return parties(claims.find(APPOINTMENT, appointmentId.toString()));
	}

	/** With whom a slot is held and for whom; empty once nobody remembers the hold. */
	static Optional<Parties> partiesOfHold(UUID holdId, Claims claims) {
		return parties(claims.find(HOLD, holdId.toString()));
	}

	private static Optional<Parties> parties(Optional<Claim> claim) {
		return claim.map(Claim::value).map((value) -> {
			String[] ids = value.split(" ", 2);
			return new Parties(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
		});
	}

}
