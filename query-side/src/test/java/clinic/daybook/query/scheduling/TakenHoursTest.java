package clinic.daybook.query.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Taken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TakenHoursTest {

	private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");

	private static final UUID DOCTOR = UUID.randomUUID();

	private final List<Interval> asked = new ArrayList<>();

	private final TakenHours hours = new TakenHours(Interval.of(START, Duration.ofDays(65)), (interval) -> {
		this.asked.add(interval);
		return Map.of(DOCTOR, Taken.by(List.of(slotOnDay(3), slotOnDay(40))));
	});

	@Test
	void nothingIsReadBeforeItIsAskedFor() {
		this.hours.of(DOCTOR);

		assertThat(this.asked).isEmpty();
	}

	@Test
	void whoLooksAtTheNextDaysReadsThoseOnce() {
		assertThat(this.hours.of(DOCTOR).overlaps(slotOnDay(3))).isTrue();
		assertThat(this.hours.of(DOCTOR).overlaps(slotOnDay(4))).isFalse();
		assertThat(this.hours.of(UUID.randomUUID()).overlaps(slotOnDay(3))).isFalse();

		assertThat(this.asked).containsExactly(Interval.of(START, Duration.ofDays(10)));
	}

	@Test
	void whoLooksFurtherReadsAllTheRestOnce() {
		this.hours.of(DOCTOR).overlaps(slotOnDay(3));

		assertThat(this.hours.of(DOCTOR).overlaps(slotOnDay(40))).isTrue();
		assertThat(this.hours.of(DOCTOR).overlaps(slotOnDay(60))).isFalse();
		assertThat(this.hours.of(DOCTOR).overlaps(slotOnDay(3))).isTrue();

		assertThat(this.asked).hasSize(2).last().isEqualTo(Interval.of(START, Duration.ofDays(65)));
	}

	@Test
	void whatEndsLaterThanIsKnownIsNotJudgedByHalf() {
		Interval across = new Interval(START.plus(Duration.ofDays(9)), START.plus(Duration.ofDays(41)));

		assertThat(this.hours.of(DOCTOR).overlaps(across)).isTrue();
		assertThat(this.asked).containsExactly(Interval.of(START, Duration.ofDays(65)));
	}

	private static Interval slotOnDay(int day) {
		return Interval.of(START.plus(Duration.ofDays(day)), Duration.ofMinutes(30));
	}

}
