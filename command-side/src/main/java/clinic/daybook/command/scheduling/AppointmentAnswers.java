package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.people.AccountDirectory;
import clinic.daybook.people.FreeText;
import clinic.daybook.people.Parties;
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

	/**
	 * What an answer needs besides the schedule. It is looked up before the command is
	 * sent: nothing that can fail may come between a change and its answer.
	 */
	Names names(Parties parties) {
		return new Names(parties,
				this.people.doctorNamesOf(List.of(parties.doctorId())).getOrDefault(parties.doctorId(), ""),
				this.people.namesOf(List.of(parties.memberId())).getOrDefault(parties.memberId(), ""));
	}

	/** As it stands in its schedule. */
	AppointmentView standing(Names names, ScheduleState.Open schedule, Booked booked, Caller caller) {
		return view(names, schedule, booked, null, caller);
	}

	/**
	 * A cancelled one, of which the schedule knows no more than it did before.
	 * @param last as the schedule knew it
	 */
	AppointmentView cancelled(Names names, ScheduleState.Open schedule, Booked last, Cancelled cancelled,
			Caller caller) {
		ZoneId zone = schedule.timetable().zone();
		return view(names, schedule, last.now(AppointmentStatus.CANCELLED, last.version() + 1),
				new AppointmentView.Cancellation(AppointmentView.in(zone, cancelled.at()), cancelled.by(),
						this.freeText.readableTo(caller, names.parties(), cancelled.reason())),
				caller);
	}

	private AppointmentView view(Names names, ScheduleState.Open schedule, Booked booked,
			AppointmentView.@Nullable Cancellation cancellation, Caller caller) {
		ZoneId zone = schedule.timetable().zone();
		return new AppointmentView(booked.appointmentId(), names.parties().doctorId(), names.doctor(),
				booked.memberId(), names.member(), AppointmentView.in(zone, booked.interval().start()),
				AppointmentView.in(zone, booked.interval().end()), zone, booked.status(), false, booked.walkIn(),
				this.freeText.readableTo(caller, names.parties(), booked.reason()), cancellation,
				AppointmentView.in(zone, booked.bookedAt()), booked.version());
	}

	record Names(Parties parties, String doctor, String member) {
	}

	/** When an appointment was cancelled, on whose side, and why. */
	record Cancelled(Instant at, Booker by, @Nullable String reason) {
	}

}
