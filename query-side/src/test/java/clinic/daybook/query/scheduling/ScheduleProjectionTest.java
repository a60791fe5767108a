package clinic.daybook.query.scheduling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.api.scheduling.DayHours;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorDeactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.DoctorReactivated;
import clinic.daybook.api.scheduling.ScheduleEvent.ScheduleOpened;
import clinic.daybook.api.scheduling.ScheduleEvent.SchedulingPolicySet;
import clinic.daybook.api.scheduling.ScheduleEvent.WorkingHoursSet;
import clinic.daybook.api.scheduling.SchedulingPolicy;
import clinic.daybook.api.scheduling.WeeklyHours;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.query.projection.Rows;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleProjectionTest {

	private static final Instant NOW = Instant.parse("2026-11-27T17:00:00Z");

	private static final UUID DOCTOR = UUID.randomUUID();

	private static final DayHours MONDAYS = new DayHours(DayOfWeek.MONDAY, List
		.of(new Window(LocalTime.of(9, 0), LocalTime.of(12, 0)), new Window(LocalTime.of(22, 0), LocalTime.of(2, 30))),
			30, LocalDate.parse("2026-11-30"));

	private final ScheduleProjection projection = new ScheduleProjection(
			JdbcClient.create(PostgresForTests.emptyDatabase()), new Rows());

	@Test
	void aScheduleOpensWithoutHoursAndWithTheDefaultPolicy() {
		assertThat(opened()).isEqualTo(
				new ScheduleRow(DOCTOR, ZoneId.of("Asia/Kathmandu"), WeeklyHours.NONE, SchedulingPolicy.DEFAULT, true));
	}

	@Test
	void hoursAreAddedAsTheyAreSet() {
		ScheduleRow row = this.projection.fold(opened(), new WorkingHoursSet(DOCTOR, MONDAYS), NOW);

		assertThat(row).isNotNull();
		assertThat(row.hours().entries()).containsExactly(MONDAYS);
	}

	@Test
	void anInactiveDoctorsHoursRestUntilTheyAreBack() {
		ScheduleRow hours = this.projection.fold(opened(), new WorkingHoursSet(DOCTOR, MONDAYS), NOW);
		ScheduleRow inactive = this.projection.fold(hours, new DoctorDeactivated(DOCTOR), NOW);
		assertThat(inactive).isNotNull();

		assertThat(inactive.timetable(List.of(), List.of()).hours()).isEqualTo(WeeklyHours.NONE);
		this.projection.save(List.of(inactive));
		assertThat(this.projection.load(Set.of(DOCTOR))).isEqualTo(Map.of(DOCTOR, inactive));
		assertThat(this.projection.fold(inactive, new DoctorReactivated(DOCTOR), NOW)).isEqualTo(hours);
	}

	@Test
	void aPolicyReplacesTheOneBefore() {
		SchedulingPolicy policy = new SchedulingPolicy(120, 30, 10, 1, 1440);
		SchedulingPolicySet set = new SchedulingPolicySet(DOCTOR, policy);
		ScheduleRow row = this.projection.fold(opened(), set, NOW);
		assertThat(row).isNotNull();

		assertThat(this.projection.keyOf(set)).contains(DOCTOR);
		assertThat(row.policy()).isEqualTo(policy);
		this.projection.save(List.of(opened()));
		this.projection.save(List.of(row));
		assertThat(this.projection.load(Set.of(DOCTOR))).isEqualTo(Map.of(DOCTOR, row));
	}

	@Test
	void rowsAreReadAsTheyWereWritten() {
		ScheduleRow row = this.projection.fold(opened(), new WorkingHoursSet(DOCTOR, MONDAYS), NOW);
		assertThat(row).isNotNull();
		this.projection.save(List.of(opened()));
		this.projection.save(List.of(row));

		assertThat(this.projection.load(Set.of(DOCTOR))).isEqualTo(Map.of(DOCTOR, row));
	}

	private ScheduleRow opened() {
		ScheduleRow row = this.projection.fold(null, new ScheduleOpened(DOCTOR, ZoneId.of("Asia/Kathmandu")), NOW);
		assertThat(row).isNotNull();
		return row;
	}

}
