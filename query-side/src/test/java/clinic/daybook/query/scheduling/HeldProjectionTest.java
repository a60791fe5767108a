package clinic.daybook.query.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.api.scheduling.Hold;
import clinic.daybook.api.scheduling.HoldEnd;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.HoldReleased;
import clinic.daybook.api.scheduling.ScheduleEvent.SlotHeld;
import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class HeldProjectionTest {

	private static final Instant NOW = Instant.parse("2026-11-27T17:00:00.123456Z");

	private static final Instant EXPIRY = NOW.plus(Duration.ofMinutes(5));

	private static final UUID DOCTOR = UUID.randomUUID();

	private final HeldProjection projection = new HeldProjection(JdbcClient.create(PostgresForTests.emptyDatabase()),
			new Rows());

	private final SlotHeld nine = held("2026-12-01T09:00:00Z", EXPIRY);

	private final SlotHeld ten = held("2026-12-01T10:00:00Z", EXPIRY.plusSeconds(1));

	@Test
	void aDoctorsHoldsAreOneRow() {
		HeldRow row = fold(fold(null, this.nine, NOW), this.ten, NOW);

		assertThat(this.projection.keyOf(this.nine)).contains(DOCTOR);
		assertThat(row).isEqualTo(new HeldRow(DOCTOR, List.of(slot(this.nine), slot(this.ten))));
	}

	@ParameterizedTest
	@EnumSource
	void aHoldIsGoneWhateverItEndsBy(HoldEnd because) {
		HoldReleased released = released(this.nine, because);

		assertThat(this.projection.keyOf(released)).contains(DOCTOR);
		assertThat(fold(fold(fold(null, this.nine, NOW), this.ten, NOW), released, NOW).slots())
			.containsExactly(slot(this.ten));
	}

	@Test
	void theSameHoldAgainIsNoSecondOne() {
		assertThat(fold(fold(null, this.nine, NOW), this.nine, NOW).slots()).hasSize(1);
	}

	/** By the time of the event, not of whoever handles it: a replay does the same. */
	@Test
	void aLaterEventSweepsWhatHasExpiredByThen() {
		HeldRow before = fold(null, this.nine, NOW);

		assertThat(fold(before, this.ten, EXPIRY.minusNanos(1000)).slots()).hasSize(2);
		assertThat(fold(before, this.ten, EXPIRY).slots()).containsExactly(slot(this.ten));
		assertThat(fold(before, released(this.ten, HoldEnd.GIVEN_UP), EXPIRY).slots()).isEmpty();
	}

	@Test
	void otherEventsTouchNoRow() {
		assertThat(this.projection.keyOf(new DoctorDeactivated(DOCTOR))).isEmpty();
		assertThat(this.projection.fold(null, new DoctorDeactivated(DOCTOR), NOW)).isNull();
	}

	@Test
	void rowsAreReadAsTheyWereWritten() {
		HeldRow one = fold(null, this.nine, NOW);
		HeldRow two = fold(one, this.ten, NOW);
		this.projection.save(List.of(one));
		this.projection.save(List.of(two));

		assertThat(this.projection.load(Set.of(DOCTOR, UUID.randomUUID()))).isEqualTo(Map.of(DOCTOR, two));
	}

	private HeldRow fold(@Nullable HeldRow row, ScheduleEvent event, Instant at) {
		HeldRow changed = this.projection.fold(row, event, at);
		assertThat(changed).isNotNull();
		return changed;
	}

	private static SlotHeld held(String start, Instant expiresAt) {
		return new SlotHeld(DOCTOR, new Hold(UUID.randomUUID(), UUID.randomUUID(),
				Interval.of(Instant.parse(start), Duration.ofMinutes(30)), expiresAt), 1);
	}

	private static HoldReleased released(SlotHeld held, HoldEnd because) {
		return new HoldReleased(DOCTOR, held.hold().holdId(), held.hold().memberId(), 1, because);
	}

	private static HeldSlot slot(SlotHeld held) {
		return new HeldSlot(held.hold().holdId(), held.hold().interval(), held.hold().expiresAt());
	}

}
