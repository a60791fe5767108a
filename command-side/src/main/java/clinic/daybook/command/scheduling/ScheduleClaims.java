package clinic.daybook.command.scheduling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCheckedIn;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCompleted;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMissed;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorReactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.ScheduleOpened;
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

	@Override
	public List<ClaimChange> claimsOf(DomainEventMessage<?> message) {
		return (message.getPayload() instanceof ScheduleEvent event) ? claimsOf(event) : List.of();
	}

	static List<ClaimChange> claimsOf(ScheduleEvent event) {
		return switch (event) {
			case AppointmentBooked booked -> List.of(
					new Take(MEMBER_HOUR, booked.memberId().toString(), new TimeRange(booked.start(), booked.end()),
							booked.appointmentId().toString()),
					new Take(APPOINTMENT, booked.appointmentId().toString(), null,
							booked.doctorId() + " " + booked.memberId()));
			case AppointmentCancelled cancelled -> List
				.of(new Release(MEMBER_HOUR, cancelled.memberId().toString(), cancelled.appointmentId().toString()));
			case AppointmentMissed missed ->
				List.of(new Release(MEMBER_HOUR, missed.memberId().toString(), missed.appointmentId().toString()));
			case AppointmentCheckedIn there -> List.of();
			case AppointmentCompleted seen -> List.of();
			case ScheduleOpened opened -> List.of();
			case WorkingHoursSet set -> List.of();
			case DoctorDeactivated deactivated -> List.of();
			case DoctorReactivated reactivated -> List.of();
		};
	}

	/** Between whom an appointment is; empty if there never was one. */
	static Optional<Parties> partiesOf(UUID appointmentId, Claims claims) {
		return claims.find(APPOINTMENT, appointmentId.toString()).map(Claim::value).map((value) -> {
			String[] ids = value.split(" ", 2);
			return new Parties(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
		});
	}

}
