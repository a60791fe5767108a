package clinic.daybook.query.scheduling;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Availability;
import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.Taken;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.api.scheduling.Timetable;
import clinic.daybook.api.scheduling.WeeklyHours;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.query.catalogue.DoctorFilter;
import clinic.daybook.query.catalogue.TestCatalogue;
import clinic.daybook.query.projection.Rows;
import clinic.daybook.web.Limits;
import clinic.daybook.web.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlotQueriesTest {

	private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Kathmandu",
			"Australia/Lord_Howe", "Pacific/Kiritimati", "Pacific/Pago_Pago");

	private static final List<AppointmentStatus> TAKING = List.of(AppointmentStatus.BOOKED,
			AppointmentStatus.CHECKED_IN, AppointmentStatus.COMPLETED);

	private static final List<AppointmentStatus> FREEING = List.of(AppointmentStatus.CANCELLED,
			AppointmentStatus.NO_SHOW);

	private static final String WHOLE_TABLE = "nothing but the table";

	private static final DoctorFilter EVERYBODY = new DoctorFilter(null, null, null, null);

	private final CountedQueries database = new CountedQueries();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private final ClinicRows rows = new ClinicRows(this.jdbc);

	/**
	 * Against the arithmetic that decides, given every appointment there is: neither how
	 * far the search looks nor where pages end may show.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void allPagesAreWhatEachDoctorOffers(long seed) {
		Random random = new Random(seed);
		// Clocks change within the next weeks, in one direction or the other.
		Instant now = Instant.parse(random.nextBoolean() ? "2026-03-05T15:20:00Z" : "2026-10-01T23:10:00Z");
		List<Scheduled> doctors = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			doctors.add(anybody(random, now));
		}
		SlotQueries slots = slotsAt(now);

		for (int i = 0; i < 5; i++) {
			LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
			LocalDate from = today.plusDays(random.nextInt(-3, 30));
			LocalDate to = from.plusDays(random.nextInt(62));

			assertThat(allPages(slots, from, to, random)).as("seed %d, %s to %s", seed, from, to)
				.isEqualTo(expected(doctors, from, to, now));
			for (Scheduled doctor : doctors) {
				assertThat(alone(doctor, from, to, now)).as("seed %d, %s to %s, alone", seed, from, to)
					.isEqualTo(expected(List.of(doctor), from, to, now));
			}
		}
		assertThat(allPages(slots, null, null, random)).isEqualTo(expected(doctors, null, null, now));
	}

	@Test
	void aPauseOfDaysReachesAcrossTheDatesAskedFor() {
		Instant now = Instant.parse("2026-12-01T09:00:00Z");
		LocalDate date = LocalDate.parse("2026-12-10");
		ScheduleRow schedule = everyDay(ZoneId.of("UTC"), new SchedulingPolicy(0, 365, 4 * 24 * 60, 10, 0));
		this.rows.doctor(schedule, "Dr. Noor Haddad");
		SlotQueries slots = slotsAt(now);
		assertThat(slots.list(EVERYBODY, date, date, new Limits(100, null)).items()).hasSize(16);

		this.rows.appointments(schedule.doctorId(),
				List.of(halfHourAt("2026-12-06T08:30:00Z"), halfHourAt("2026-12-14T12:00:00Z")),
				AppointmentStatus.BOOKED);

		List<String> starts = slots.list(EVERYBODY, date, date, new Limits(100, null))
			.items()
			.stream()
			.map((slot) -> slot.start().toString())
			.toList();
		assertThat(starts).hasSize(6).startsWith("2026-12-10T09:00Z").endsWith("2026-12-10T11:30Z");
	}

	@Test
	void thirtyDoctorsOverSixtyTwoDaysCostNoMoreQueriesThanOne() {
		Instant now = Instant.parse("2026-12-01T09:00:00Z");
		ScheduleRow first = everyDay(ZoneId.of("UTC"), SchedulingPolicy.DEFAULT);
		this.rows.doctor(first, "Dr. Noor Haddad");
		int forOne = queriesFor(now);

		for (int i = 1; i < 30; i++) {
			this.rows.doctor(everyDay(ZoneId.of("UTC"), SchedulingPolicy.DEFAULT), "Dr. Max Mason " + i);
		}

		assertThat(queriesFor(now)).isEqualTo(forOne).isEqualTo(4);
		this.rows.calendarsOf(now, 100, 61);
		this.jdbc.sql("select doctor_id from read.doctor")
			.query(UUID.class)
			.list()
			.forEach((doctorId) -> this.rows.held(doctorId, List.of(heldUntil(now.plusSeconds(300), now))));
		assertThat(queriesFor(now)).as("with all there can be").isEqualTo(forOne);
		this.rows.bookedOut(now, 0, 61);
		assertThat(queriesFor(now)).as("for a page that nothing fills").isEqualTo(5);
	}

	/** By what PostgreSQL itself counts, of the very statements that are sent. */
	@Test
	void noReadLooksThroughTheWholeTable() {
		Instant now = Instant.parse("2026-12-01T09:00:00Z");
		for (int i = 0; i < 30; i++) {
			this.rows.doctor(everyDay(ZoneId.of("UTC"), SchedulingPolicy.DEFAULT), "Dr. Max Mason " + i);
		}
		this.rows.bookedOut(now, 120, 62);
		this.rows.calendarsOf(now, 600, 62);
		UUID doctorId = this.jdbc.sql("select doctor_id from read.doctor limit 1").query(UUID.class).single();
		UUID memberId = this.jdbc.sql("select member_id from read.appointment limit 1").query(UUID.class).single();
		long before = reads().get(WHOLE_TABLE);

		queriesFor(now);
		assertThat(reads()).containsEntry(WHOLE_TABLE, before);
		assertThat(reads().get("appointment_by_doctor")).isPositive();
		assertThat(reads().get("time_off_by_doctor")).isPositive();
		assertThat(reads().get("extra_hours_by_doctor")).isPositive();
		AskedDates dates = AskedDates.endless(null, null, LocalDate.ofInstant(now, ZoneOffset.UTC));
		new TimeOffQueries(this.jdbc).list(doctorId, dates.in(ZoneOffset.UTC), new Limits(20, null));
		new ExtraHoursQueries(this.jdbc, new ExtraHoursProjection(this.jdbc, new Rows())).list(doctorId, dates,
				new Limits(20, null));
		AppointmentQueries appointments = new AppointmentQueries(this.jdbc);
		for (boolean descending : List.of(false, true)) {
			for (@Nullable
			UUID doctor : Stream.of(null, doctorId).toList()) {
				for (@Nullable
				UUID member : Stream.of(null, memberId).toList()) {
					AppointmentFilter filter = new AppointmentFilter(Optional.ofNullable(doctor),
							Optional.ofNullable(member), Optional.of(AppointmentStatus.BOOKED), Optional.of(now),
							Optional.empty(), descending);
					Page<AppointmentRow> page = appointments.list(filter, new Limits(5, null));
					if (page.next() != null) {
						appointments.list(filter, new Limits(5, page.next()));
					}
				}
			}
		}

		assertThat(reads()).containsEntry(WHOLE_TABLE, before);
	}

	private int queriesFor(Instant now) {
		SlotQueries slots = slotsAt(now);
		LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
		int before = this.database.queries;
		slots.list(EVERYBODY, today, today.plusDays(61), new Limits(20, null));
		return this.database.queries - before;
	}

	/** How often rows were looked up by an index, or all looked through. */
	private Map<String, Long> reads() {
		this.jdbc.sql("select pg_stat_force_next_flush()").query((row, number) -> 0).list();
		return this.jdbc.sql("""
				select indexrelname as by, idx_scan as times from pg_stat_user_indexes
				where relname in ('appointment', 'time_off', 'extra_hours')
				union all
				select :whole, cast(sum(seq_scan) as bigint) from pg_stat_user_tables
				where relname in ('appointment', 'time_off', 'extra_hours')
				""")
			.param("whole", WHOLE_TABLE)
			.query((row, number) -> Map.entry(row.getString("by"), row.getLong("times")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private SlotQueries slotsAt(Instant now) {
		return new SlotQueries(TestCatalogue.doctors(this.jdbc), schedules(),
				new CalendarQueries(this.jdbc, new Rows()), new AppointmentQueries(this.jdbc),
				Clock.fixed(now, ZoneOffset.UTC));
	}

	private ScheduleQueries schedules() {
		return new ScheduleQueries(new ScheduleProjection(this.jdbc, new Rows()));
	}

	private List<DoctorSlotView> alone(Scheduled doctor, LocalDate from, LocalDate to, Instant now) {
		return new AvailabilityQueries(schedules(), new CalendarQueries(this.jdbc, new Rows()),
				new AppointmentQueries(this.jdbc), Clock.fixed(now, ZoneOffset.UTC))
			.find(doctor.schedule().doctorId(), from, to)
			.days()
			.stream()
			.flatMap((day) -> day.slots().stream())
			.map((slot) -> new DoctorSlotView(doctor.schedule().doctorId(), doctor.name(), slot.start(), slot.end()))
			.toList();
	}

	private static List<DoctorSlotView> allPages(SlotQueries slots, @Nullable LocalDate from, @Nullable LocalDate to,
			Random random) {
		List<DoctorSlotView> all = new ArrayList<>();
		@Nullable String next = null;
		do {
			int limit = 1 + random.nextInt(100);
			Page<DoctorSlotView> page = slots.list(EVERYBODY, from, to, new Limits(limit, next));
			all.addAll(page.items());
			if (next != null) {
				assertThat(page.next()).as("the page before once more").isNotEqualTo(next);
			}
			next = page.next();
			assertThat(page.items().size()).isEqualTo((next != null) ? limit : page.items().size());
		}
		while (next != null);
		return all;
	}

	private static List<DoctorSlotView> expected(List<Scheduled> doctors, @Nullable LocalDate from,
			@Nullable LocalDate to, Instant now) {
		return doctors.stream().flatMap((doctor) -> {
			ScheduleRow schedule = doctor.schedule();
			LocalDate first = (from != null) ? from : LocalDate.ofInstant(now, schedule.timeZone());
			LocalDate last = (to != null) ? to : first.plusDays(13);
			Timetable hours = schedule.timetable(doctor.extraHours(), doctor.timeOff());
			return new Availability(hours, schedule.policy(), Taken.by(doctor.taken()), Taken.by(doctor.held()), now)
				.freeSlots(first, last)
				.stream()
				.map((slot) -> DoctorSlotView.of(new FreeSlot(schedule.doctorId(), schedule.timeZone(), slot),
						doctor.name()));
		})
			.sorted(Comparator.comparing((DoctorSlotView slot) -> slot.start().toInstant())
				.thenComparing((slot) -> slot.doctorId().toString()))
			.toList();
	}

	/**
	 * Any hours, nights among them, and any rules; some time off, extra hours and holds;
	 * half of the slots are somebody's.
	 */
	private Scheduled anybody(Random random, Instant now) {
		ZoneId zone = ZoneId.of(any(ZONES, random));
		LocalDate today = LocalDate.ofInstant(now, zone);
		List<DayHours> hours = new ArrayList<>();
		for (DayOfWeek day : DayOfWeek.values()) {
			hours.add(anyHours(day, today.minusDays(100), random));
			if (random.nextBoolean()) {
				hours.add(anyHours(day, today.plusDays(random.nextInt(40)), random));
			}
		}
		SchedulingPolicy policy = new SchedulingPolicy(random.nextInt(3) * 1000, 1 + random.nextInt(90),
				any(List.of(0, 5, 30, 3000), random), 10, 0);
		ScheduleRow schedule = new ScheduleRow(new UUID(random.nextLong(), random.nextLong()), zone,
				new WeeklyHours(hours), policy, random.nextInt(5) > 0);
		String name = "Dr. " + schedule.doctorId();
		this.rows.doctor(schedule, name);
		List<ExtraHours> extraHours = anyExtraHours(schedule, today, random);
		List<Interval> slots = slotsOf(schedule.timetable(extraHours, List.of()), today);
		List<TimeOff> timeOff = anyTimeOff(schedule.doctorId(), now, random);
		return new Scheduled(schedule, name, extraHours, timeOff, anyHolds(schedule.doctorId(), slots, now, random),
				anyAppointments(schedule.doctorId(), slots, random));
	}

	private static List<Interval> slotsOf(Timetable timetable, LocalDate today) {
		return today.minusDays(3)
			.datesUntil(today.plusDays(95))
			.flatMap((date) -> timetable.slotsOn(date).stream())
			.toList();
	}

	private List<Interval> anyAppointments(UUID doctorId, List<Interval> slots, Random random) {
		Map<AppointmentStatus, List<Interval>> appointments = new EnumMap<>(AppointmentStatus.class);
		int share = random.nextInt(100);
		slots.forEach(
				(slot) -> appointments
					.computeIfAbsent(any((random.nextInt(100) < share) ? TAKING : FREEING, random),
							(status) -> new ArrayList<>())
					.add(slot));
		appointments.forEach((status, times) -> this.rows.appointments(doctorId, times, status));
		return TAKING.stream().flatMap((status) -> appointments.getOrDefault(status, List.of()).stream()).toList();
	}

	/** Whatever fits between the weekly hours, and some that was withdrawn. */
	private List<ExtraHours> anyExtraHours(ScheduleRow schedule, LocalDate today, Random random) {
		Timetable timetable = new Timetable(schedule.timeZone(), schedule.hours());
		for (int i = 0; i < 40; i++) {
			LocalTime start = LocalTime.of(random.nextInt(24), any(List.of(0, 15, 50), random));
			ExtraHours extra = new ExtraHours(UUID.randomUUID(), today.plusDays(random.nextInt(-3, 95)),
					List.of(new Window(start, start.plusMinutes(60 + random.nextInt(360)))), 20 + random.nextInt(40));
			boolean withdrawn = random.nextInt(4) == 0;
			if (withdrawn || timetable.with(extra).firstOverlap().isEmpty()) {
				ExtraHoursRow row = ExtraHoursRow.of(schedule.doctorId(), extra);
				this.rows.extraHours(withdrawn ? row.asWithdrawn() : row);
				timetable = withdrawn ? timetable : timetable.with(extra);
			}
		}
		return timetable.extraHours();
	}

	private List<TimeOff> anyTimeOff(UUID doctorId, Instant now, Random random) {
		List<TimeOff> all = new ArrayList<>();
		int times = random.nextInt(8);
		for (int i = 0; i < times; i++) {
			TimeOff off = new TimeOff(UUID.randomUUID(),
					Interval.of(now.plus(Duration.ofMinutes(random.nextInt(-10_000, 130_000))),
							Duration.ofMinutes(1 + random.nextInt(any(List.of(100, 5_000, 40_000), random)))),
					"v1.sealed");
			boolean withdrawn = random.nextInt(4) == 0;
			TimeOffRow row = TimeOffRow.of(doctorId, off);
			this.rows.timeOff(withdrawn ? row.asWithdrawn() : row);
			if (!withdrawn) {
				all.add(off);
			}
		}
		return all;
	}

	/** Those that are live; others have expired, one of them this instant. */
	private List<Interval> anyHolds(UUID doctorId, List<Interval> slots, Instant now, Random random) {
		List<HeldSlot> held = slots.stream()
			.filter((slot) -> random.nextInt(20) == 0)
			.map((slot) -> new HeldSlot(UUID.randomUUID(), slot, now.plusSeconds(random.nextInt(-2, 3))))
			.toList();
		this.rows.held(doctorId, held);
		return held.stream().filter((slot) -> slot.expiresAt().isAfter(now)).map(HeldSlot::interval).toList();
	}

	private static HeldSlot heldUntil(Instant expiry, Instant now) {
		return new HeldSlot(UUID.randomUUID(), Interval.of(now.plus(Duration.ofHours(1)), Duration.ofMinutes(30)),
				expiry);
	}

	private static <T> T any(List<T> choice, Random random) {
		return choice.get(random.nextInt(choice.size()));
	}

	private static DayHours anyHours(DayOfWeek day, LocalDate effectiveFrom, Random random) {
		List<Window> windows = new ArrayList<>();
		if (random.nextBoolean()) {
			windows.add(new Window(LocalTime.of(5 + random.nextInt(3), 30), LocalTime.of(9 + random.nextInt(3), 0)));
		}
		if (random.nextBoolean()) {
			windows.add(new Window(LocalTime.of(13, random.nextInt(60)), LocalTime.of(18, random.nextInt(60))));
		}
		if (random.nextInt(3) == 0) {
			windows.add(new Window(LocalTime.of(21, 0), LocalTime.of(4, 30)));
		}
		return new DayHours(day, windows, 15 + random.nextInt(60), effectiveFrom);
	}

	private static Interval halfHourAt(String start) {
		return Interval.of(Instant.parse(start), Duration.ofMinutes(30));
	}

	private static ScheduleRow everyDay(ZoneId zone, SchedulingPolicy policy) {
		return new ScheduleRow(UUID.randomUUID(), zone,
				new WeeklyHours(Stream.of(DayOfWeek.values())
					.map((day) -> new DayHours(day, List.of(new Window(LocalTime.of(8, 0), LocalTime.of(16, 0))), 30,
							LocalDate.parse("2026-01-01")))
					.toList()),
				policy, true);
	}

	private record Scheduled(ScheduleRow schedule, String name, List<ExtraHours> extraHours, List<TimeOff> timeOff,
			List<Interval> held, List<Interval> taken) {
	}

	/** A connection is fetched for every query, since there are no transactions. */
	private static final class CountedQueries extends SingleConnectionDataSource {

		private int queries;

		CountedQueries() {
			super(PostgresForTests.emptyDatabaseUrl(), true);
		}

		@Override
		public Connection getConnection() throws SQLException {
			this.queries++;
			return super.getConnection();
		}

	}

}
