package clinic.daybook.query.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlotMergeTest {

	private static final SlotPlace START = SlotPlace.before(Instant.EPOCH);

	private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");

	private static final List<String> ZONES = List.of("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago",
			"America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Beirut");

	private static final UUID FIRST = UUID.fromString("018f3b7e-5d5c-7c1e-9c1d-3d5f3d0b7a10");

	/** The JDK takes it for a negative number and would put it first. */
	private static final UUID LAST = UUID.fromString("f18f3b7e-5d5c-7c1e-9c1d-3d5f3d0b7a10");

	@Test
	void whoIsFreeFirstComesFirst() {
		DaysOf early = new DaysOf(LAST, "UTC").free(MONDAY, "08:00", "10:00");
		DaysOf late = new DaysOf(FIRST, "UTC").free(MONDAY, "09:00");

		assertThat(firstOf(10, early, late)).containsExactly("f1 08:00", "01 09:00", "f1 10:00");
	}

	@Test
	void whoeverIsFreeAtTheSameTimeComesByTheirId() {
		DaysOf one = new DaysOf(LAST, "UTC").free(MONDAY, "09:00", "10:00");
		DaysOf other = new DaysOf(FIRST, "UTC").free(MONDAY, "09:00", "10:00");

		assertThat(firstOf(10, one, other)).containsExactly("01 09:00", "f1 09:00", "01 10:00", "f1 10:00");
	}

	@Test
	void aSlotAtMidnightIsNotOvertakenByOneOfTheSameInstantElsewhere() {
		DaysOf midnight = new DaysOf(FIRST, "UTC").free(MONDAY, "00:00");
		DaysOf afternoon = new DaysOf(LAST, "Pacific/Kiritimati").free(MONDAY, "14:00");

		assertThat(firstOf(10, afternoon, midnight)).containsExactly("01 00:00", "f1 00:00");
	}

	@Test
	void aPageBeginsAfterItsPlaceAndNotWithIt() {
		DaysOf one = new DaysOf(FIRST, "UTC").free(MONDAY, "09:00", "10:00");
		DaysOf other = new DaysOf(LAST, "UTC").free(MONDAY, "09:00", "10:00");
		SlotPlace nine = new SlotPlace(Instant.parse("2026-11-30T09:00:00Z"), FIRST);

		assertThat(printed(SlotMerge.firstAfter(nine, 2, List.of(one.agenda(), other.agenda()))))
			.containsExactly("f1 09:00", "01 10:00");
	}

	@Test
	void nobodyHasNoSlots() {
		assertThat(SlotMerge.firstAfter(START, 10, List.of())).isEmpty();
		assertThat(firstOf(10, new DaysOf(FIRST, "UTC"))).isEmpty();
	}

	@Test
	void noDateIsOpenedThatThePageDoesNotReach() {
		DaysOf free = new DaysOf(FIRST, "UTC").free(MONDAY, "09:00", "10:00", "11:00")
			.free(MONDAY.plusDays(1), "09:00");
		DaysOf bookedOut = new DaysOf(LAST, "UTC");

		assertThat(firstOf(3, free, bookedOut)).hasSize(3);

		assertThat(free.opened).containsExactly(MONDAY);
		assertThat(bookedOut.opened).containsExactly(MONDAY);
	}

	/** Against the obvious way: work out everything, and sort it. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void pagesPutTogetherAreAllSlotsInOrder(long seed) {
		Random random = new Random(seed);
		List<DaysOf> doctors = new ArrayList<>();
		for (int i = 0; i < 1 + random.nextInt(8); i++) {
			doctors.add(DaysOf.any(random));
		}
		List<FreeSlot> expected = doctors.stream()
			.flatMap(DaysOf::all)
			.sorted(Comparator.comparing((FreeSlot free) -> free.slot().start())
				.thenComparing((free) -> free.doctorId().toString()))
			.toList();

		List<FreeSlot> read = new ArrayList<>();
		SlotPlace place = START;
		while (true) {
			List<FreeSlot> page = SlotMerge.firstAfter(place, 1 + random.nextInt(20),
					doctors.stream().map(DaysOf::agenda).toList());
			if (page.isEmpty()) {
				break;
			}
			read.addAll(page);
			assertThat(read).hasSizeLessThanOrEqualTo(expected.size());
			place = page.getLast().place();
		}

		assertThat(read).isEqualTo(expected);
	}

	private static List<String> firstOf(int most, DaysOf... doctors) {
		return printed(SlotMerge.firstAfter(START, most, Stream.of(doctors).map(DaysOf::agenda).toList()));
	}

	/** The first digits of the doctor's id, and the time in UTC. */
	private static List<String> printed(List<FreeSlot> slots) {
		return slots.stream()
			.map((free) -> free.doctorId().toString().substring(0, 2) + " "
					+ free.slot().start().toString().substring(11, 16))
			.toList();
	}

	/** A doctor's free slots on ten days, and which of these were asked for. */
	private static final class DaysOf {

		private final UUID doctorId;

		private final ZoneId zone;

		private final Map<LocalDate, List<Interval>> slots = new TreeMap<>();

		private final List<LocalDate> opened = new ArrayList<>();

		DaysOf(UUID doctorId, String zone) {
			this.doctorId = doctorId;
			this.zone = ZoneId.of(zone);
		}

		/** Also across the changes of clocks at the end of March. */
		static DaysOf any(Random random) {
			DaysOf doctor = new DaysOf(new UUID(random.nextLong(), random.nextLong()),
					ZONES.get(random.nextInt(ZONES.size())));
			LocalDate first = random.nextBoolean() ? MONDAY : LocalDate.parse("2026-03-27");
			for (LocalDate date = first; date.isBefore(first.plusDays(10)); date = date.plusDays(1)) {
				Instant begins = date.atStartOfDay(doctor.zone).toInstant();
				Instant ends = date.plusDays(1).atStartOfDay(doctor.zone).toInstant();
				List<Interval> free = new ArrayList<>();
				int minutes = 15 * random.nextInt(60);
				while (begins.plus(Duration.ofMinutes(minutes)).isBefore(ends)) {
					free.add(Interval.of(begins.plus(Duration.ofMinutes(minutes)), Duration.ofMinutes(15)));
					minutes += 15 * (1 + random.nextInt(40));
				}
				doctor.slots.put(date, free);
			}
			return doctor;
		}

		DaysOf free(LocalDate date, String... times) {
			this.slots.put(date,
					Stream.of(times)
						.map((time) -> Interval.of(date.atTime(LocalTime.parse(time)).atZone(this.zone).toInstant(),
								Duration.ofMinutes(30)))
						.toList());
			return this;
		}

		Stream<FreeSlot> all() {
			return this.slots.values()
				.stream()
				.flatMap(List::stream)
				.map((slot) -> new FreeSlot(this.doctorId, this.zone, slot));
		}

		Agenda agenda() {
			LocalDate first = this.slots.keySet().stream().findFirst().orElse(MONDAY);
			return new Agenda(this.doctorId, this.zone, new AskedDates(first, first.plusDays(9)), (date) -> {
				this.opened.add(date);
				return this.slots.getOrDefault(date, List.of());
			});
		}

	}

}
