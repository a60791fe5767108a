package clinic.daybook.query.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.api.scheduling.ExtraHours;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.ExtraHoursWithdrawn;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.query.projection.Rows;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class ExtraHoursProjectionTest {

	private static final Instant NOW = Instant.parse("2026-11-27T17:00:00Z");

	private static final LocalDate DATE = LocalDate.parse("2026-12-05");

	private static final List<Window> WINDOWS = List.of(new Window(LocalTime.of(9, 0), LocalTime.of(12, 0)),
			new Window(LocalTime.of(22, 0), LocalTime.of(2, 30)));

	private static final UUID DOCTOR = UUID.randomUUID();

	private final ExtraHoursProjection projection = new ExtraHoursProjection(
			JdbcClient.create(PostgresForTests.emptyDatabase()), new Rows());

	private final ExtraHoursOpened opened = new ExtraHoursOpened(DOCTOR,
			new ExtraHours(UUID.randomUUID(), DATE, WINDOWS, 20));

	private final ExtraHoursWithdrawn withdrawn = new ExtraHoursWithdrawn(DOCTOR,
			this.opened.extraHours().extraHoursId());

	@Test
	void extraHoursBecomeARow() {
		assertThat(this.projection.keyOf(this.opened)).contains(this.withdrawn.extraHoursId());
		assertThat(openedRow())
			.isEqualTo(new ExtraHoursRow(this.withdrawn.extraHoursId(), DOCTOR, DATE, WINDOWS, 20, false));
	}

	@Test
	void whatIsWithdrawnIsMarked() {
		assertThat(this.projection.keyOf(this.withdrawn)).contains(this.withdrawn.extraHoursId());
		assertThat(withdrawnRow().withdrawn()).isTrue();
	}

	@Test
	void otherEventsTouchNoRow() {
		assertThat(this.projection.keyOf(new DoctorDeactivated(DOCTOR))).isEmpty();
		assertThat(this.projection.fold(openedRow(), new DoctorDeactivated(DOCTOR), NOW)).isEqualTo(openedRow());
	}

	@Test
	void rowsAreReadAsTheyWereWritten() {
		this.projection.save(List.of(openedRow()));
		assertThat(this.projection.load(Set.of(openedRow().extraHoursId(), UUID.randomUUID())))
			.isEqualTo(Map.of(openedRow().extraHoursId(), openedRow()));

		this.projection.save(List.of(withdrawnRow()));
		assertThat(this.projection.load(Set.of(openedRow().extraHoursId()))).containsValue(withdrawnRow());
	}

	private ExtraHoursRow openedRow() {
		ExtraHoursRow row = this.projection.fold(null, this.opened, NOW);
		assertThat(row).isNotNull();
		return row;
	}

	private ExtraHoursRow withdrawnRow() {
		ExtraHoursRow row = this.projection.fold(openedRow(), this.withdrawn, NOW);
		assertThat(row).isNotNull();
		return row;
	}

}
