package clinic.daybook.benchmarks.speed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCheckedIn;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCompleted;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMissed;
import clinic.daybook.api.scheduling.ScheduleEvent.ScheduleOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.WorkingHoursSet;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.web.Actor;
import clinic.daybook.web.EventMetadata;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A doctor's schedule through the years: sixteen slots every working day, most of them
 * booked two weeks before; some are cancelled, a few missed, the rest are seen. It never
 * ends, and is the same for the same seed.
 */
final class ScheduleHistory implements Iterator<DomainEventMessage<?>> {

	static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

	static final int SLOTS_A_DAY = 16;

	private static final Duration SLOT = Duration.ofMinutes(30);

	private static final LocalTime OPENS = LocalTime.of(8, 0);

	private static final LocalTime CALLS_BEGIN = LocalTime.of(7, 0);

	private static final int DAYS_AHEAD = 14;

	private static final List<DayOfWeek> WORKING_DAYS = List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY,
			DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

	private final Random random;

	private final UUID doctorId;

	private final Map<LocalDate, List<AppointmentBooked>> ahead = new HashMap<>();

	private final Deque<DomainEventMessage<?>> ready = new ArrayDeque<>();

	private LocalDate day;

	private int daysWorked;

	private long sequence;

	private ScheduleHistory(long seed, LocalDate firstDay) {
		this.random = new Random(seed);
		this.doctorId = uuid();
		this.day = firstDay;
		Instant opening = at(CALLS_BEGIN.minusHours(1));
		record(new ScheduleOpened(this.doctorId, ZONE), opening);
		WORKING_DAYS.forEach((dayOfWeek) -> record(new WorkingHoursSet(this.doctorId,
				new DayHours(dayOfWeek, List.of(new Window(OPENS, OPENS.plus(SLOT.multipliedBy(SLOTS_A_DAY)))),
						(int) SLOT.toMinutes(), firstDay)),
				opening));
	}

	/** One whose first so many events lead up to the evening before a day. */
	static ScheduleHistory before(LocalDate day, long events, long seed) {
		ScheduleHistory rehearsal = new ScheduleHistory(seed, day);
		for (long i = 0; i < events; i++) {
			rehearsal.next();
		}
		LocalDate firstDay = day;
		int daysLeft = Math.max(rehearsal.daysWorked, 1);
		while (daysLeft > 0) {
			firstDay = firstDay.minusDays(1);
			daysLeft -= isWorkingDay(firstDay) ? 1 : 0;
		}
		return new ScheduleHistory(seed, firstDay);
	}

	/** When the slots of a day begin. */
	static List<Instant> slotsOn(LocalDate day) {
		List<Instant> starts = new ArrayList<>();
		for (int i = 0; isWorkingDay(day) && i < SLOTS_A_DAY; i++) {
			starts.add(day.atTime(OPENS).atZone(ZONE).toInstant().plus(SLOT.multipliedBy(i)));
		}
		return starts;
	}

	private static boolean isWorkingDay(LocalDate day) {
		return WORKING_DAYS.contains(day.getDayOfWeek());
	}

	UUID doctorId() {
		return this.doctorId;
	}

	@Override
	public boolean hasNext() {
		return true;
	}

	Instant nextAt() {
		makeReady();
		return this.ready.getFirst().getTimestamp();
	}

	@Override
	public DomainEventMessage<?> next() {
		makeReady();
		return this.ready.removeFirst();
	}

	private void makeReady() {
		while (this.ready.isEmpty()) {
			if (isWorkingDay(this.day)) {
				takeCalls();
				seePatients();
				this.daysWorked++;
			}
			this.day = this.day.plusDays(1);
		}
	}

	private void takeCalls() {
		LocalDate then = this.day.plusDays(DAYS_AHEAD);
		List<AppointmentBooked> booked = new ArrayList<>();
		int call = 0;
		for (Instant start : slotsOn(then)) {
			call++;
			if (isOneOf(90)) {
				AppointmentBooked booking = new AppointmentBooked(this.doctorId, uuid(), 1, uuid(), start,
						start.plus(SLOT), false, isOneOf(30) ? ciphertext() : null);
				booked.add(booking);
				record(booking, at(CALLS_BEGIN.plusMinutes(call)));
			}
		}
		this.ahead.put(then, booked);
	}

	private void seePatients() {
		List<AppointmentBooked> staying = new ArrayList<>();
		for (AppointmentBooked booked : this.ahead.getOrDefault(this.day, List.of())) {
			if (isOneOf(10)) {
				record(new AppointmentCancelled(this.doctorId, booked.appointmentId(), 2, booked.memberId(),
						Booker.MEMBER, null), at(CALLS_BEGIN.plus(SLOT)));
			}
			else {
				staying.add(booked);
			}
		}
		this.ahead.remove(this.day);
		for (AppointmentBooked booked : staying) {
			if (isOneOf(5)) {
				record(new AppointmentMissed(this.doctorId, booked.appointmentId(), 2, booked.memberId()),
						booked.end());
			}
			else {
				record(new AppointmentCheckedIn(this.doctorId, booked.appointmentId(), 2, booked.memberId()),
						booked.start());
				record(new AppointmentCompleted(this.doctorId, booked.appointmentId(), 3, booked.memberId()),
						booked.end());
			}
		}
	}

	private void record(ScheduleEvent event, Instant at) {
		String request = uuid().toString();
		Map<String, String> metadata = EventMetadata.of(Actor.SYSTEM, request, request);
		this.ready.add(new GenericDomainEventMessage<>("Schedule", stream(), this.sequence, event, metadata,
				uuid().toString(), at));
		this.sequence++;
	}

	String stream() {
		return "schedule-" + this.doctorId;
	}

	private Instant at(LocalTime time) {
		return this.day.atTime(time).atZone(ZONE).toInstant();
	}

	private boolean isOneOf(int percent) {
		return this.random.nextInt(100) < percent;
	}

	private UUID uuid() {
		return new UUID((this.random.nextLong() & ~0xF000L) | 0x4000L,
				(this.random.nextLong() & ~(0xCL << 60)) | (0x8L << 60));
	}

	/** As long as a short reason. */
	private @Nullable String ciphertext() {
		byte[] bytes = new byte[60];
		this.random.nextBytes(bytes);
		return Base64.getEncoder().encodeToString(bytes);
	}

}
