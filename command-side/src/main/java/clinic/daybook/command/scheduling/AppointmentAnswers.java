package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.people.AccountDirectory;
import clinic.daybook.people.FreeText;
import clinic.daybook.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows an appointment to whoever has just changed it. */
@Component
class AppointmentAnswers {

	private final AccountDirectory people;

	private final FreeText freeText;

	AppointmentAnswers(AccountDirectory people, FreeText freeText) {
		this.people = people;
		this.freeText = freeText;
	}

	AppointmentView booked(UUID doctorId, ScheduleState.Open schedule, Booked booked, Caller caller) {
		return view(doctorId, schedule, booked, booked.version(), AppointmentStatus.BOOKED, null, caller);
	}

	AppointmentView cancelled(UUID doctorId, ScheduleState.Open schedule, Booked booked, Cancelled cancelled,
			Caller caller) {
		ZoneId zone = schedule.timetable().zone();
		return view(doctorId, schedule, booked, booked.version() + 1, AppointmentStatus.CANCELLED,
				new AppointmentView.Cancellation(AppointmentView.in(zone, cancelled.at()), cancelled.by(),
						this.freeText.readableTo(caller, doctorId, booked.memberId(), cancelled.reason())),
				caller);
	}

	private AppointmentView view(UUID doctorId, ScheduleState.Open schedule, Booked booked, int version,
			AppointmentStatus status, AppointmentView.@Nullable Cancellation cancellation, Caller caller) {
		ZoneId zone = schedule.timetable().zone();
		return new AppointmentView(booked.appointmentId(), doctorId,
				this.people.doctorNamesOf(List.of(doctorId)).getOrDefault(doctorId, ""), booked.memberId(),
				this.people.namesOf(List.of(booked.memberId())).getOrDefault(booked.memberId(), ""),
				AppointmentView.in(zone, booked.interval().start()), AppointmentView.in(zone, booked.interval().end()),
				zone, status, false, booked.walkIn(),
				this.freeText.readableTo(caller, doctorId, booked.memberId(), booked.reason()), cancellation,
				AppointmentView.in(zone, booked.bookedAt()), version);
	}

	/** When an appointment was cancelled, on whose side, and why. */
	record Cancelled(Instant at, Booker by, @Nullable String reason) {
	}

}
