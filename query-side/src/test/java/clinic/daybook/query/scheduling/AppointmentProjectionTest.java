package clinic.daybook.query.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import clinic.daybook.api.doctors.DoctorEvent.DoctorOnboarded;
import clinic.daybook.api.scheduling.AppointmentStatus;
import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentCancelled;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentMovedAway;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentRescheduled;
import clinic.daybook.book.testing.PostgresForTests;
import clinic.daybook.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class AppointmentProjectionTest {

	private static final Instant NINE = Instant.parse("2026-12-01T14:00:00Z");

	private static final Instant BOOKED_AT = Instant.parse("2026-11-27T17:00:00.123456Z");

	private static final Instant CANCELLED_AT = Instant.parse("2026-11-28T08:00:00.000001Z");

	private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");

	private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

	private static final UUID DOCTOR = UUID.randomUUID();

	private static final UUID ANOTHER_DOCTOR = UUID.randomUUID();

	private static final UUID MEMBER = UUID.randomUUID();

	private final JdbcClient jdbc = JdbcClient.create(PostgresForTests.emptyDatabase());

	private final AppointmentProjection projection = new AppointmentProjection(this.jdbc, new Rows());

	private final AppointmentBooked booked = new AppointmentBooked(DOCTOR, UUID.randomUUID(), 1, MEMBER, NINE,
			NINE.plus(Duration.ofMinutes(30)), false, "v1.sealed");

	private final AppointmentCancelled cancelled = new AppointmentCancelled(DOCTOR, this.booked.appointmentId(), 2,
			MEMBER, Booker.MEMBER, null);

	@Test
	void aBookingBecomesARow() {
		assertThat(this.projection.fold(null, this.booked, BOOKED_AT)).isEqualTo(new AppointmentRow(
				this.booked.appointmentId(), 1, DOCTOR, MEMBER, NINE, NINE.plus(Duration.ofMinutes(30)),
				AppointmentStatus.BOOKED, false, "v1.sealed", BOOKED_AT, null, null, null));
	}

	@Test
	void aCancellationSaysWhenAndByWhom() {
		AppointmentRow row = cancelledRow();

		assertThat(row.status()).isEqualTo(AppointmentStatus.CANCELLED);
		assertThat(row.version()).isEqualTo(2);
		assertThat(row.cancelledAt()).isEqualTo(CANCELLED_AT);
		assertThat(row.cancelledBy()).isEqualTo(Booker.MEMBER);
	}

	@Test
	void anOlderChangeNeverUndoesANewerOne() {
		AppointmentRow row = cancelledRow();

		assertThat(this.projection.fold(row, this.booked, BOOKED_AT)).isEqualTo(row);
		assertThat(this.projection.fold(row, this.cancelled, BOOKED_AT)).isEqualTo(row);
	}

	@Test
	void aMoveIsTheSameAppointmentAtAnotherHourWithAnotherDoctor() {
		AppointmentRow row = fold(fold(null, this.booked), moved(2));

		assertThat(row).isEqualTo(new AppointmentRow(this.booked.appointmentId(), 2, ANOTHER_DOCTOR, MEMBER, TEN,
				TEN.plus(HALF_AN_HOUR), AppointmentStatus.BOOKED, false, "v1.sealed", BOOKED_AT, null, null, null));
	}

	@Test
	void theStreamsOfAMoveMayComeInEitherOrder() {
		AppointmentRow inOrder = fold(fold(null, this.booked), moved(2));

		assertThat(this.projection.keyOf(movedAway(2))).isEmpty();
		assertThat(fold(fold(null, moved(2)), this.booked)).isEqualTo(inOrder);
	}

	@Test
	void aCancellationAfterAMoveIsNotUndoneByTheStreamItCameFrom() {
		AppointmentCancelled later = new AppointmentCancelled(ANOTHER_DOCTOR, this.booked.appointmentId(), 3, MEMBER,
				Booker.CLINIC, null);
		AppointmentRow inOrder = fold(fold(fold(null, this.booked), moved(2)), later);

		assertThat(inOrder.status()).isEqualTo(AppointmentStatus.CANCELLED);
		assertThat(inOrder.doctorId()).isEqualTo(ANOTHER_DOCTOR);
		assertThat(fold(fold(fold(null, moved(2)), later), this.booked)).isEqualTo(inOrder);
	}

	@Test
	void thereAndBackAgainEndsWhereItEndedWhicheverStreamIsFirst() {
		AppointmentRescheduled back = new AppointmentRescheduled(DOCTOR, this.booked.appointmentId(), 3, MEMBER,
				ANOTHER_DOCTOR, TEN, NINE, NINE.plus(HALF_AN_HOUR), false, "v1.sealed", BOOKED_AT);
		AppointmentRow inOrder = fold(fold(fold(null, this.booked), moved(2)), back);

		assertThat(inOrder.doctorId()).isEqualTo(DOCTOR);
		assertThat(inOrder.version()).isEqualTo(3);
		assertThat(fold(fold(fold(null, this.booked), back), moved(2))).isEqualTo(inOrder);
		assertThat(fold(fold(fold(null, moved(2)), this.booked), back)).isEqualTo(inOrder);
	}

	@Test
	void aMovedRowTakesThePlaceOfTheOneBefore() {
		AppointmentRow before = fold(null, this.booked);
		AppointmentRow after = fold(before, moved(2));
		this.projection.save(List.of(before));
		this.projection.save(List.of(after));
		this.projection.save(List.of(before));

		assertThat(this.projection.load(Set.of(before.appointmentId()))).containsValue(after);
	}

	@Test
	void eventsOfOthersTouchNoRow() {
		DoctorOnboarded onboarded = new DoctorOnboarded(DOCTOR, UUID.randomUUID(), "Cardiology");

		assertThat(this.projection.keyOf(onboarded)).isEmpty();
		assertThat(this.projection.fold(null, onboarded, BOOKED_AT)).isNull();
	}

	@Test
	void rowsAreReadAsTheyWereWritten() {
		AppointmentRow row = cancelledRow();
		this.projection.save(List.of(row));

		assertThat(this.projection.load(Set.of(row.appointmentId(), UUID.randomUUID())))
			.isEqualTo(Map.of(row.appointmentId(), row));
	}

	@Test
	void savingAgainReplacesAnOlderRowButNotANewerOne() {
		AppointmentRow first = AppointmentRow.of(this.booked, BOOKED_AT);
		this.projection.save(List.of(first));
		this.projection.save(List.of(cancelledRow()));
		this.projection.save(List.of(first));

		assertThat(this.projection.load(Set.of(first.appointmentId()))).containsValue(cancelledRow());
	}

	@Test
	void clearingForgetsEverything() {
		this.projection.save(List.of(cancelledRow()));
		this.projection.clear();

		assertThat(this.jdbc.sql("select count(*) from read.appointment").query(Integer.class).single()).isZero();
	}

	private AppointmentRescheduled moved(int version) {
		return new AppointmentRescheduled(ANOTHER_DOCTOR, this.booked.appointmentId(), version, MEMBER, DOCTOR, NINE,
				TEN, TEN.plus(HALF_AN_HOUR), false, "v1.sealed", BOOKED_AT);
	}

	private AppointmentMovedAway movedAway(int version) {
		return new AppointmentMovedAway(DOCTOR, this.booked.appointmentId(), version, MEMBER, ANOTHER_DOCTOR);
	}

	private AppointmentRow fold(@Nullable AppointmentRow row, ScheduleEvent event) {
		AppointmentRow changed = this.projection.fold(row, event,
				(event instanceof AppointmentBooked) ? BOOKED_AT : CANCELLED_AT);
		assertThat(changed).isNotNull();
		return changed;
	}

	private AppointmentRow cancelledRow() {
		AppointmentRow row = this.projection.fold(AppointmentRow.of(this.booked, BOOKED_AT), this.cancelled,
				CANCELLED_AT);
		assertThat(row).isNotNull();
		return row;
	}

}
