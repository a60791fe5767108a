package clinic.daybook.query.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffTaken;
import clinic.daybook.api.scheduling.ScheduleEvent.TimeOffWithdrawn;
import clinic.daybook.api.scheduling.TimeOff;
import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.query.projection.Rows;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class TimeOffProjectionTest {

	private static final Instant NOW = Instant.parse("2026-11-27T17:00:00Z");

	private static final Instant START = Instant.parse("2026-12-01T14:00:00.123456Z");

	private static final UUID DOCTOR = UUID.randomUUID();

	private final TimeOffProjection projection = new TimeOffProjection(
			JdbcClient.create(PostgresForTests.emptyDatabase()), new Rows());

	private final TimeOffTaken taken = new TimeOffTaken(DOCTOR,
			new TimeOff(UUID.randomUUID(), Interval.of(START, Duration.ofDays(3)), "v1.sealed"));

	private final TimeOffWithdrawn withdrawn = new TimeOffWithdrawn(DOCTOR, this.taken.timeOff().timeOffId());

	@Test
	void timeOffBecomesARow() {
		assertThat(this.projection.keyOf(this.taken)).contains(this.withdrawn.timeOffId());
		assertThat(takenRow()).isEqualTo(new TimeOffRow(this.withdrawn.timeOffId(), DOCTOR, START,
				START.plus(Duration.ofDays(3)), "v1.sealed", false));
	}

	@Test
	void whatIsWithdrawnIsMarkedAndNobodyKnowsWhyItWas() {
		TimeOffRow row = withdrawnRow();

		assertThat(this.projection.keyOf(this.withdrawn)).contains(row.timeOffId());
		assertThat(row.withdrawn()).isTrue();
		assertThat(row.reason()).isNull();
	}

	@Test
	void otherEventsTouchNoRow() {
		assertThat(this.projection.keyOf(new DoctorDeactivated(DOCTOR))).isEmpty();
		assertThat(this.projection.fold(takenRow(), new DoctorDeactivated(DOCTOR), NOW)).isEqualTo(takenRow());
	}

	@Test
	void rowsAreReadAsTheyWereWritten() {
		this.projection.save(List.of(takenRow()));
		assertThat(this.projection.load(Set.of(takenRow().timeOffId(), UUID.randomUUID())))
			.isEqualTo(Map.of(takenRow().timeOffId(), takenRow()));

		this.projection.save(List.of(withdrawnRow()));
		assertThat(this.projection.load(Set.of(takenRow().timeOffId()))).containsValue(withdrawnRow());
	}

	private TimeOffRow takenRow() {
		TimeOffRow row = this.projection.fold(null, this.taken, NOW);
		assertThat(row).isNotNull();
		return row;
	}

	private TimeOffRow withdrawnRow() {
		TimeOffRow row = this.projection.fold(takenRow(), this.withdrawn, NOW);
		assertThat(row).isNotNull();
		return row;
	}

}
