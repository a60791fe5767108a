package clinic.daybook.query.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.query.catalogue.DoctorFilter;
import clinic.daybook.query.catalogue.DoctorQueries;
import clinic.daybook.web.Limits;
import clinic.daybook.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Free slots of many doctors. The doctors, their schedules, what departs from these and
 * the hours that are taken are read in a query each, never in one for each doctor.
 */
@Component
class SlotQueries {

	private static final int DAYS_BY_DEFAULT = 14;

	private final DoctorQueries doctors;

	private final ScheduleQueries schedules;

	private final CalendarQueries calendars;

	private final AppointmentQueries appointments;

	private final Clock clock;

	SlotQueries(DoctorQueries doctors, ScheduleQueries schedules, CalendarQueries calendars,
			AppointmentQueries appointments, Clock clock) {
		this.doctors = doctors;
		this.schedules = schedules;
		this.calendars = calendars;
		this.appointments = appointments;
		this.clock = clock;
	}

	/**
	 * A page of the slots of all doctors who match, by start and doctor.
	 * @param from in each doctor's own zone, their today where null
	 * @param to likewise, thirteen days after {@code from} where null
	 */
	Page<DoctorSlotView> list(DoctorFilter filter, @Nullable LocalDate from, @Nullable LocalDate to, Limits limits) {
		SlotPlace after = SlotPlace.after(limits);
		Instant now = this.clock.instant();
		Map<UUID, String> names = this.doctors.namesOf(filter);
		Collection<ScheduleRow> found = this.schedules.of(names.keySet()).values();
		refuseImproper(from, to, found, now);
		List<Outlook> outlooks = found.stream()
			.map((schedule) -> outlook(schedule, from, to, now, after))
			.filter((outlook) -> !outlook.dates().isEmpty())
			.toList();
		Page<FreeSlot> page = Page.of(SlotMerge.firstAfter(after, limits.limit() + 1, agendas(outlooks, now)), limits,
				(last) -> last.place().cursor());
		return new Page<>(page.items()
			.stream()
			.map((free) -> DoctorSlotView.of(free, names.getOrDefault(free.doctorId(), "")))
			.toList(), page.next());
	}

	// Where from is left out, by the doctor for whom today has begun last, so that one
	// who is a day ahead does not spoil the search.
	private static void refuseImproper(@Nullable LocalDate from, @Nullable LocalDate to,
			Collection<ScheduleRow> schedules, Instant now) {
		LocalDate today = schedules.stream()
			.map((schedule) -> schedule.dateOf(now))
			.min(Comparator.naturalOrder())
			.orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
		AskedDates.of(from, to, today, DAYS_BY_DEFAULT).refuseUnlessProper();
	}

	/**
	 * Begins where there may be something left to see: not in the past, nor before the
	 * page.
	 */
	private static Outlook outlook(ScheduleRow schedule, @Nullable LocalDate from, @Nullable LocalDate to, Instant now,
			SlotPlace after) {
		LocalDate today = schedule.dateOf(now);
		return new Outlook(schedule,
				AskedDates.of(from, to, today, DAYS_BY_DEFAULT).from(today).from(schedule.dateOf(after.start())));
	}

	private List<Agenda> agendas(List<Outlook> outlooks, Instant now) {
		if (outlooks.isEmpty()) {
			return List.of();
		}
		Interval reach = Reach.over(outlooks.stream().map(Outlook::reach).toList());
		List<UUID> doctorIds = outlooks.stream().map((outlook) -> outlook.schedule().doctorId()).toList();
		Function<ScheduleRow, Calendar> calendars = this.calendars.within(reach, doctorIds);
		TakenHours taken = this.appointments.taken(doctorIds, reach);
		return outlooks.stream()
			.map((outlook) -> outlook.agenda(calendars.apply(outlook.schedule()),
					taken.of(outlook.schedule().doctorId()), now))
			.toList();
	}

}
