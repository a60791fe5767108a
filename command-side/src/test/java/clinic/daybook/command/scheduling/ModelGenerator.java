package clinic.daybook.command.scheduling;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.RescheduleAppointment;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.api.scheduling.Window;

/**
 * Makes up what happens in a clinic next; the same for the same seed. It looks at the
 * model to aim at where it hurts: slots that others have, the ends of holds and notices,
 * midnights, the hours around a change of clocks.
 */
final class ModelGenerator {

	private static final List<String> ZONES = List.of("America/New_York", "Europe/Berlin", "Asia/Kathmandu",
			"Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Kiritimati");

	private static final List<String> OTHER_ZONES = List.of("America/New_York", "Europe/Berlin", "Asia/Kathmandu",
			"Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns");

	/** Where a whole day was once left out, when the date line was moved. */
	private static final String APIA = "Pacific/Apia";

	private static final int[] SLOT_MINUTES = { 10, 15, 20, 25, 30, 30, 45, 60, 60, 90, 120, 240, 37, 480 };

	/** So much of the past is to be remembered. */
	private static final Duration LATELY = Duration.ofDays(28);

	private final Random random;

	private final ZoneId zone;

	private final Instant start;

	private final Map<UUID, ZoneId> doctors = new LinkedHashMap<>();

	private final List<UUID> members = new ArrayList<>();

	private ModelClinic model;

	private long ids;

	/** The appointment that time was moved to, which is of interest then. */
	private ModelAppointment focus;

	/** Likewise, an hour. */
	private Soon soon;

	ModelGenerator(long seed) {
		this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
		boolean dateLine = this.random.nextInt(25) == 0;
		this.zone = ZoneId.of(dateLine ? APIA : ZONES.get(Math.floorMod(seed, ZONES.size())));
		this.start = dateLine ? Instant.parse("2011-12-27T00:00:00Z").plusSeconds(this.random.nextInt(200000))
				: start(this.zone.getRules());
		this.doctors.put(new UUID(0xD1, 1), this.zone);
		this.doctors.put(new UUID(0xD1, 2), this.zone);
		this.doctors.put(new UUID(0xD1, 3), ZoneId.of(pick(OTHER_ZONES)));
		this.doctors.put(new UUID(0xD1, 4), this.zone);
		for (int i = 1; i <= 4; i++) {
			this.members.add(new UUID(0xA1, i));
		}
	}

	/** Somewhere in a year, and often shortly before the clocks change. */
	private Instant start(ZoneRules rules) {
		Instant anywhere = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(this.random.nextInt(365 * 86400));
		ZoneOffsetTransition change = rules.nextTransition(anywhere);
		if (change == null || this.random.nextInt(4) == 0) {
			return anywhere;
		}
		return change.getInstant().minusSeconds(this.random.nextInt(8 * 86400));
	}

	ModelWorld world() {
		ModelWorld world = new ModelWorld(this.start, this.doctors);
		this.model = world.model;
		return world;
	}

	ModelStep next() {
		Instant at = later();
		this.model.now = at;
		return new ModelStep(at, what());
	}

	// Time

	private Instant later() {
		Instant now = this.model.now;
		int dice = this.random.nextInt(200);
		if (dice < 120) {
			return now;
		}
		if (dice < 150) {
			return now.plusSeconds(this.random.nextInt(240));
		}
		if (dice < 187) {
			Instant aim = aim();
			Instant nearby = switch (this.random.nextInt(6)) {
				case 0 -> aim.minusMillis(1);
				case 1 -> aim.plusMillis(1);
				case 2 -> aim.plusSeconds(60L * this.random.nextInt(16));
				default -> aim;
			};
			boolean sensible = nearby.isAfter(now) && nearby.isBefore(now.plus(Duration.ofHours(pick(1, 12, 12, 48))));
			return sensible ? nearby : now;
		}
		if (dice < 197) {
			return now.plusSeconds(this.random.nextInt(5 * 3600));
		}
		return now.plusSeconds(this.random.nextInt(pick(1, 1, 2, 2, 2, 12) * 86400));
	}

	/** An instant at which something changes. */
	private Instant aim() {
		ModelDoctor doctor = doctor();
		return switch (this.random.nextInt(8)) {
			case 0, 1 -> this.model.liveHolds()
				.findFirst()
				.map((hold) -> hold.start().isBefore(hold.expiresAt()) && this.random.nextBoolean() ? hold.start()
						: hold.expiresAt())
				.orElse(this.model.now);
			case 2 -> lastHold().expiresAt().plus(Duration.ofHours(24));
			case 3 -> doctor.instantOf(doctor.dateOf(this.model.now).plusDays(1).atStartOfDay());
			case 4 -> {
				this.soon = new Soon(doctor.id, start(doctor));
				yield this.soon.start().minusSeconds(60L * pick(0, 0, 1, 2, 4));
			}
			case 5 -> start(doctor).minus(Duration.ofMinutes(doctor.policy.minNoticeMinutes()));
			default -> {
				ModelAppointment one = appointment();
				this.focus = one;
				if (one == null) {
					yield this.model.now;
				}
				ModelDoctor with = this.model.doctor(one.doctorId());
				yield switch (this.random.nextInt(4)) {
					case 0 -> with.instantOf(with.dateOf(one.start()).atStartOfDay());
					case 1 -> one.start().minus(Duration.ofMinutes(with.policy.cancelCutoffMinutes()));
					default -> one.start();
				};
			}
		};
	}

	private ModelHold lastHold() {
		return this.model.holds.values()
			.stream()
			.reduce((first, second) -> second)
			.orElseGet(() -> new ModelHold(null, null, null, this.model.now, this.model.now, this.model.now, true));
	}

	// What

	private Object what() {
		ModelDoctor doctor = doctor();
		if (doctor.weekly.size() < 4 && this.random.nextInt(3) > 0) {
			return setWorkingHours(doctor);
		}
		if (doctor.policy.horizonDays() == 365 && this.random.nextInt(12) == 0) {
			return setPolicy(doctor);
		}
		if (!doctor.active && this.random.nextInt(3) == 0) {
			return new ScheduleCommand.ReactivateDoctor(doctor.id);
		}
		if (this.focus != null && this.random.nextInt(6) == 0) {
			ModelAppointment one = this.model.appointments.get(this.focus.id());
			this.focus = this.random.nextBoolean() ? null : this.focus;
			return onAppointment(one, doctor);
		}
		if (this.soon != null && this.random.nextInt(4) == 0) {
			Soon aimedAt = this.soon;
			this.soon = null;
			return this.random.nextBoolean()
					? new ScheduleCommand.BookAppointment(aimedAt.doctorId(), id(0xB0), member(), aimedAt.start(), null,
							side())
					: new ScheduleCommand.HoldSlot(aimedAt.doctorId(), id(0xC0), member(), aimedAt.start(), side(), 1);
		}
		int dice = this.random.nextInt(1000);
		if (dice < 250) {
			return new ScheduleCommand.BookAppointment(doctor.id, id(0xB0), member(), start(doctor), null, side());
		}
		if (dice < 400) {
			return new ScheduleCommand.HoldSlot(doctor.id, id(0xC0), member(), start(doctor), side(), 1);
		}
		if (dice < 560) {
			return onHold(doctor, dice < 520);
		}
		if (dice < 800) {
			ModelAppointment one = appointment();
			return (one == null) ? setWorkingHours(doctor) : onAppointment(one, doctor);
		}
		if (dice < 850) {
			return walkIn(doctor);
		}
		if (dice < 950) {
			return onHours(doctor);
		}
		if (dice < 993) {
			return lookAtOffers(doctor);
		}
		return new ModelStep.LookBack(this.random.nextInt(101));
	}

	private Object onHold(ModelDoctor doctor, boolean confirm) {
		List<ModelHold> known = this.model.holds.values().stream().toList();
		if (known.isEmpty()) {
			return new ScheduleCommand.HoldSlot(doctor.id, id(0xC0), member(), start(doctor), side(), 1);
		}
		List<ModelHold> live = this.model.liveHolds().toList();
		if (live.isEmpty() && this.random.nextInt(3) > 0) {
			return new ScheduleCommand.HoldSlot(doctor.id, id(0xC0), member(), start(doctor), side(), 1);
		}
		ModelHold hold = (!live.isEmpty() && this.random.nextInt(6) > 0) ? pick(live)
				: known.get(Math.max(0, known.size() - 1 - this.random.nextInt(4)));
		return confirm ? new ScheduleCommand.ConfirmHold(hold.doctorId(), hold.id(), id(0xB0), null, side())
				: new ScheduleCommand.ReleaseHold(hold.doctorId(), hold.id());
	}

	private Object onAppointment(ModelAppointment one, ModelDoctor doctor) {
		if (one.status() == AppointmentStatus.CHECKED_IN && this.random.nextInt(3) == 0) {
			return new ScheduleCommand.CompleteAppointment(one.doctorId(), one.id(), null);
		}
		Integer expected = switch (this.random.nextInt(20)) {
			case 0 -> one.version() + 1;
			case 1, 2 -> one.version();
			default -> null;
		};
		return switch (this.random.nextInt(10)) {
			case 0, 1 -> new ScheduleCommand.CancelAppointment(one.doctorId(), one.id(), null, side(), expected);
			case 2 -> new ScheduleCommand.CheckInAppointment(one.doctorId(), one.id(), expected);
			case 3 -> new ScheduleCommand.CompleteAppointment(one.doctorId(), one.id(), expected);
			case 4 -> new ScheduleCommand.MarkNoShow(one.doctorId(), one.id(), expected);
			default -> {
				ModelDoctor to = this.random.nextBoolean() ? doctor : this.model.doctor(one.doctorId());
				Instant there = (this.random.nextInt(4) == 0)
						? one.start().plusSeconds(60L * (15 * this.random.nextInt(-4, 9))) : start(to);
				yield new RescheduleAppointment(one.doctorId(), one.id(), to.id, there, side(), expected);
			}
		};
	}

	private Object walkIn(ModelDoctor anyone) {
		ModelDoctor doctor = this.model.doctors.values()
			.stream()
			.filter((one) -> one.openingAt(this.model.now).isPresent())
			.findAny()
			.orElse(anyone);
		ModelAppointment over = this.model.appointments.values()
			.stream()
			.filter((one) -> (one.status() == AppointmentStatus.NO_SHOW || one.status() == AppointmentStatus.COMPLETED)
					&& one.end().isAfter(this.model.now) && !one.start().isAfter(this.model.now))
			.findFirst()
			.orElse(null);
		if (over != null && this.random.nextBoolean()) {
			return new ScheduleCommand.BookWalkIn(over.doctorId(), id(0xB0), member(), this.model.now,
					this.random.nextInt(5, 20), null);
		}
		Instant at = switch (this.random.nextInt(5)) {
			case 0 -> this.model.now.minus(Duration.ofMinutes(15));
			case 1 -> this.model.now.minusSeconds(this.random.nextInt(1000));
			case 2 -> this.model.now;
			default -> start(doctor).plusSeconds(60L * this.random.nextInt(-20, 40));
		};
		int minutes = (this.random.nextInt(4) == 0) ? pick(SLOT_MINUTES) : this.random.nextInt(5, 60);
		return new ScheduleCommand.BookWalkIn(doctor.id, id(0xB0), member(), at, minutes, null);
	}

	private Object onHours(ModelDoctor doctor) {
		LocalDate today = doctor.dateOf(this.model.now);
		return switch (this.random.nextInt(15)) {
			case 0, 1, 2 -> setWorkingHours(doctor);
			case 3, 4,
					5 ->
				new ScheduleCommand.SetSchedulingPolicy(doctor.id,
						new SchedulingPolicy(pick(0, 0, 0, 15, 60, 90, 1440, 2880), pick(1, 2, 3, 7, 30, 365, 400),
								pick(0, 0, 0, 5, 10, 15, 60), pick(1, 1, 2, 3, 10), pick(0, 0, 30, 60, 1440)));
			case 6, 7 ->
				new ScheduleCommand.TakeTimeOff(doctor.id, new TimeOff(id(0xE0), stretch(doctor), null), onConflict());
			case 8 -> {
				LocalDate from = today.plusDays(this.random.nextInt(-3, 8));
				yield new ScheduleCommand.TakeDaysOff(doctor.id, id(0xE0), from, from.plusDays(this.random.nextInt(3)),
						null, onConflict());
			}
			case 9, 10 -> {
				List<TimeOff> standing = doctor.timeOff.stream()
					.filter((off) -> off.interval().end().plus(LATELY).isAfter(this.model.now))
					.toList();
				yield new ScheduleCommand.WithdrawTimeOff(doctor.id,
						standing.isEmpty() ? id(0xE0) : pick(standing).timeOffId());
			}
			case 11, 12 -> {
				LocalDate date = today.plusDays(this.random.nextInt(6) - 1);
				List<Window> windows = windows();
				yield new ScheduleCommand.OpenExtraHours(doctor.id,
						new ExtraHours(id(0xF0), date, windows, slotMinutes(windows)));
			}
			case 13 -> {
				List<ExtraHours> standing = doctor.extra.stream()
					.filter((extra) -> !doctor.isOver(extra, this.model.now.minus(LATELY)))
					.toList();
				yield new ScheduleCommand.WithdrawExtraHours(doctor.id,
						standing.isEmpty() ? id(0xF0) : pick(standing).extraHoursId(), onConflict());
			}
			default -> new ScheduleCommand.DeactivateDoctor(doctor.id, onConflict());
		};
	}

	private Object setPolicy(ModelDoctor doctor) {
		return new ScheduleCommand.SetSchedulingPolicy(doctor.id,
				new SchedulingPolicy(pick(0, 0, 0, 15, 60, 90, 1440, 2880), pick(1, 2, 3, 7, 30, 365, 400),
						pick(0, 0, 0, 5, 10, 15, 60), pick(1, 1, 2, 3, 10), pick(0, 0, 30, 60, 1440)));
	}

	private Object setWorkingHours(ModelDoctor doctor) {
		LocalDate today = doctor.dateOf(this.model.now);
		LocalDate change = changeOfClocks(doctor);
		if (change != null && this.random.nextInt(3) == 0) {
			List<Window> night = List
				.of(new Window(time(15 * this.random.nextInt(8)), time(240 + 60 * this.random.nextInt(8))));
			return new ScheduleCommand.SetWorkingHours(doctor.id, change.getDayOfWeek(), night,
					pick(20, 25, 37, 45, 45, 60, 75, 90, 100, 120), null, onConflict());
		}
		DayOfWeek day = today.plusDays(this.random.nextInt(4)).getDayOfWeek();
		LocalDate from = switch (this.random.nextInt(8)) {
			case 0 -> today.plusDays(this.random.nextInt(-2, 3));
			case 1, 2 -> today.plusDays(this.random.nextInt(21));
			default -> null;
		};
		List<Window> windows = (this.random.nextInt(8) == 0) ? List.of() : windows();
		return new ScheduleCommand.SetWorkingHours(doctor.id, day, windows, slotMinutes(windows), from, onConflict());
	}

	/** One to three windows, most of which keep clear of each other. */
	private List<Window> windows() {
		List<Window> windows = new ArrayList<>();
		int minute = 15 * (this.random.nextBoolean() ? this.random.nextInt(12) : this.random.nextInt(88));
		int step = (this.random.nextInt(6) == 0) ? 5 : 15;
		for (int i = this.random.nextInt(3); i >= 0 && minute < 24 * 60; i--) {
			int length = step * (1 + this.random.nextInt(pick(8, 24, 48)));
			windows.add(new Window(time(minute), time(minute + length)));
			minute += length + ((this.random.nextInt(12) == 0) ? -step : step * this.random.nextInt(6));
		}
		if (this.random.nextInt(30) == 0) {
			LocalTime all = time(15 * this.random.nextInt(96));
			return List.of(new Window(all, all));
		}
		return windows;
	}

	/** Which fit, as a rule. */
	private int slotMinutes(List<Window> windows) {
		int shortest = windows.stream()
			.mapToInt((window) -> Math
				.floorMod((window.end().toSecondOfDay() - window.start().toSecondOfDay()) / 60 - 1, 24 * 60) + 1)
			.min()
			.orElse(480);
		int minutes = pick(SLOT_MINUTES);
		return (minutes <= shortest || this.random.nextInt(20) == 0) ? minutes : Math.max(5, shortest / pick(1, 2, 3));
	}

	private static LocalTime time(int minute) {
		return LocalTime.ofSecondOfDay(Math.floorMod(minute, 24 * 60) * 60L);
	}

	/** Often from where something begins or ends. */
	private Interval stretch(ModelDoctor doctor) {
		Instant from = start(doctor).plusSeconds(60L * pick(0, 0, -15, 15, 30, -60, 7));
		return new Interval(from, from.plusSeconds(60L * pick(5, 15, 30, 60, 240, 1440, 4000)));
	}

	private Object lookAtOffers(ModelDoctor doctor) {
		LocalDate from = switch (this.random.nextInt(3)) {
			case 0 -> doctor.dateOf(this.model.now).plusDays(doctor.policy.horizonDays() - 1L);
			case 1 -> workday(doctor, doctor.dateOf(this.model.now));
			default -> doctor.dateOf(this.model.now).plusDays(this.random.nextInt(4) - 1L);
		};
		List<Instant> beside = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			beside.add(start(doctor));
		}
		return new ModelStep.LookAtOffers(doctor.id, new UUID(0xA9, 1), from, from.plusDays(this.random.nextInt(6)),
				beside);
	}

	/** When somebody would like to come. */
	private Instant start(ModelDoctor doctor) {
		LocalDate today = doctor.dateOf(this.model.now);
		LocalDate date = (this.random.nextInt(12) == 0)
				? today.plusDays(doctor.policy.horizonDays() + this.random.nextInt(2)) : workday(doctor, today);
		List<ModelSlot> whole = doctor.gridOn(date);
		List<ModelSlot> ahead = whole.stream().filter((slot) -> !slot.start().isBefore(this.model.now)).toList();
		List<ModelSlot> grid = (ahead.isEmpty() || this.random.nextInt(10) == 0) ? whole : ahead;
		Instant slot = grid.isEmpty()
				? doctor.instantOf(date.atStartOfDay()).plusSeconds(this.random.nextInt(96) * 900L)
				: pick(grid).start();
		return switch (this.random.nextInt(24)) {
			case 0, 1, 2, 3, 4, 5 -> openingSlot(doctor, date, slot);
			case 6, 7, 8, 9, 10, 11 -> besides(doctor, slot);
			case 12 -> slot.plusSeconds(3600);
			case 13 -> slot.plusSeconds(1800);
			case 14 -> slot.plusSeconds(this.random.nextInt(-1800, 1800));
			case 15 -> {
				ModelAppointment one = appointment();
				yield (one == null) ? slot : one.end().plusSeconds(60L * pick(0, doctor.policy.bufferMinutes(), 5, 15));
			}
			case 16 -> this.model.now.plusSeconds(60L * doctor.policy.minNoticeMinutes());
			case 17 -> doctor.instantOf(date.atStartOfDay()).plusSeconds(this.random.nextInt(25 * 12) * 300L);
			default -> slot;
		};
	}

	/** The next date on which the clocks are changed, if it is near. */
	private LocalDate changeOfClocks(ModelDoctor doctor) {
		ZoneOffsetTransition change = doctor.zone.getRules().nextTransition(this.model.now.minusSeconds(3600));
		return (change == null || change.getInstant().isAfter(this.model.now.plus(Duration.ofDays(9)))) ? null
				: doctor.dateOf(change.getInstant());
	}

	/** One of the next dates with slots, more often an early one. */
	private LocalDate workday(ModelDoctor doctor, LocalDate today) {
		LocalDate change = changeOfClocks(doctor);
		if (change != null && this.random.nextInt(6) == 0) {
			return change;
		}
		List<LocalDate> dates = today.datesUntil(today.plusDays(10))
			.filter((date) -> !doctor.gridOn(date).isEmpty())
			.limit(4)
			.toList();
		return dates.isEmpty() ? today.plusDays(this.random.nextInt(4))
				: dates.get(Math.min(this.random.nextInt(dates.size()), this.random.nextInt(dates.size())));
	}

	/** A slot at the same time as something that somebody has, with whomever. */
	private Instant besides(ModelDoctor doctor, Instant otherwise) {
		List<ModelHold> live = this.model.liveHolds().toList();
		ModelAppointment one = appointment();
		if (live.isEmpty() && one == null) {
			return otherwise;
		}
		boolean hold = one == null || !live.isEmpty() && this.random.nextBoolean();
		ModelHold held = hold ? pick(live) : null;
		Instant from = hold ? held.start() : one.start();
		Instant to = hold ? held.end() : one.end();
		return Stream.of(doctor.dateOf(from).minusDays(1), doctor.dateOf(from))
			.flatMap((date) -> doctor.gridOn(date).stream())
			.filter((slot) -> slot.overlaps(from, to))
			.map(ModelSlot::start)
			.skip(this.random.nextInt(2))
			.findFirst()
			.orElse(from);
	}

	/** One that the model would give to a stranger. */
	private Instant openingSlot(ModelDoctor doctor, LocalDate date, Instant otherwise) {
		ModelClinic.Wish wish = new ModelClinic.Wish(new UUID(0xA9, 1), Booker.CLINIC, null);
		return doctor.gridOn(date)
			.stream()
			.map(ModelSlot::start)
			.filter((start) -> this.model.broken(doctor, start, wish).isEmpty())
			.findFirst()
			.orElse(otherwise);
	}

	private ModelAppointment appointment() {
		if (this.focus != null && this.random.nextInt(3) == 0) {
			return this.model.appointments.get(this.focus.id());
		}
		List<ModelAppointment> recent = this.model.appointments.values()
			.stream()
			.filter((one) -> one.end().plus(LATELY).isAfter(this.model.now))
			.toList();
		List<ModelAppointment> booked = recent.stream()
			.filter((one) -> one.status() == AppointmentStatus.BOOKED)
			.toList();
		if (!booked.isEmpty() && this.random.nextInt(4) > 0) {
			return pick(booked);
		}
		return recent.isEmpty() ? null : pick(recent);
	}

	private ModelDoctor doctor() {
		List<ModelDoctor> all = List.copyOf(this.model.doctors.values());
		return all.get(Math.min(this.random.nextInt(all.size()), this.random.nextInt(all.size())));
	}

	private UUID member() {
		return this.members.get(Math.min(this.random.nextInt(4), this.random.nextInt(4)));
	}

	private Booker side() {
		return (this.random.nextInt(3) == 0) ? Booker.CLINIC : Booker.MEMBER;
	}

	private OnConflict onConflict() {
		return pick(List.of(OnConflict.REFUSE, OnConflict.KEEP, OnConflict.CANCEL));
	}

	private UUID id(int kind) {
		return new UUID(kind, ++this.ids);
	}

	private int pick(int... some) {
		return some[this.random.nextInt(some.length)];
	}

	private <T> T pick(List<T> some) {
		return some.get(this.random.nextInt(some.size()));
	}

	Instant start() {
		return this.start;
	}

	Map<UUID, ZoneId> doctors() {
		return this.doctors;
	}

	private record Soon(UUID doctorId, Instant start) {
	}

}
