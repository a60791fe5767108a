package clinic.daybook.query.scheduling;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import clinic.daybook.api.scheduling.AppointmentView;
import clinic.daybook.people.AccountDirectory;
import clinic.daybook.people.FreeText;
import clinic.daybook.web.Caller;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows rows to people: names and free text are resolved now, in the schedule's zone. */
@Component
class AppointmentViews {

	private final ScheduleQueries schedules;

	private final CalendarQueries calendars;

	private final AccountDirectory people;

	private final FreeText freeText;

	AppointmentViews(ScheduleQueries schedules, CalendarQueries calendars, AccountDirectory people, FreeText freeText) {
		this.schedules = schedules;
		this.calendars = calendars;
		this.people = people;
		this.freeText = freeText;
	}

	/** One by itself, which alone shows the reason to those it concerns. */
	AppointmentView one(AppointmentRow row, Caller caller) {
		return views(List.of(row), (text) -> this.freeText.readableAloneTo(caller, row.parties(), text)).getFirst();
	}

	/** A list, which shows no reasons. */
	List<AppointmentView> list(List<AppointmentRow> rows) {
		return views(rows, (text) -> null);
	}

	private List<AppointmentView> views(List<AppointmentRow> rows, Reader reader) {
		if (rows.isEmpty()) {
			return List.of();
		}
		List<UUID> doctorIds = rows.stream().map(AppointmentRow::doctorId).distinct().toList();
		Map<UUID, ScheduleRow> schedulesById = this.schedules.of(doctorIds);
		Function<ScheduleRow, Calendar> calendars = this.calendars
			.within(Reach.over(rows.stream().map(AppointmentRow::interval).toList()), doctorIds);
		Map<UUID, String> doctors = this.people.doctorNamesOf(doctorIds);
		Map<UUID, String> members = this.people
			.namesOf(rows.stream().map(AppointmentRow::memberId).distinct().toList());
		return rows.stream()
			.map((row) -> view(row, calendars.apply(scheduleOf(row, schedulesById)),
					doctors.getOrDefault(row.doctorId(), ""), members.getOrDefault(row.memberId(), ""), reader))
			.toList();
	}

	private static ScheduleRow scheduleOf(AppointmentRow row, Map<UUID, ScheduleRow> schedulesById) {
		ScheduleRow schedule = schedulesById.get(row.doctorId());
		if (schedule == null) {
			throw ProblemException.retryAfter(ProblemCode.UNAVAILABLE, "The schedules are being read anew.",
					Duration.ofSeconds(1));
		}
		return schedule;
	}

	private static AppointmentView view(AppointmentRow row, Calendar calendar, String doctorName, String memberName,
			Reader reader) {
		ZoneId zone = calendar.schedule().timeZone();
		return new AppointmentView(row.appointmentId(), row.doctorId(), doctorName, row.memberId(), memberName,
				AppointmentView.in(zone, row.startAt()), AppointmentView.in(zone, row.endAt()), zone, row.status(),
				calendar.leavesOutside(row), row.walkIn(), reader.read(row.reason()), cancellation(row, zone, reader),
				AppointmentView.in(zone, row.bookedAt()), row.version());
	}

	private static AppointmentView.@Nullable Cancellation cancellation(AppointmentRow row, ZoneId zone, Reader reader) {
		return (row.cancelledAt() == null || row.cancelledBy() == null) ? null : new AppointmentView.Cancellation(
				AppointmentView.in(zone, row.cancelledAt()), row.cancelledBy(), reader.read(row.cancellationReason()));
	}

	@FunctionalInterface
	private interface Reader {

		@Nullable String read(@Nullable String sealed);

	}

}
