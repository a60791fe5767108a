package clinic.daybook.command.scheduling;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.Booker;
import clinic.daybook.api.scheduling.OnConflict;
import clinic.daybook.api.scheduling.ScheduleCommand;
import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.api.scheduling.ScheduleEvent.AppointmentBooked;
import clinic.daybook.api.scheduling.Window;
import clinic.daybook.book.BookJson;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static clinic.daybook.command.scheduling.ScheduleSpecification.DOCTOR;
import static clinic.daybook.command.scheduling.ScheduleSpecification.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a schedule goes on from a snapshot or from its first event makes no difference.
 */
class ScheduleSnapshotTest {

	private static final int EVENTS = 600;

	private static final int STEP = 7;

	private final Serializer json = BookJson.snapshots(List.of(ScheduleSnapshot.TYPE));

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void theWholeHistoryComesToTheSameFromAnySnapshotOn(long seed) {
		List<DomainEventMessage<?>> history = new RandomLife(seed).events();
		// As text, since maps that differ in their order are equal.
		String whole = snapshotOf(history).toString();

		for (int taken = 1; taken < history.size(); taken += STEP) {
			ScheduleSnapshot snapshot = read(stored(snapshotOf(history.subList(0, taken))));
			List<DomainEventMessage<?>> shortened = new ArrayList<>();
			shortened.add(message(taken - 1, snapshot, snapshot.lastChange()));
			shortened.addAll(history.subList(taken, history.size()));

			assertThat(snapshotOf(shortened)).as("from a snapshot at " + (taken - 1)).hasToString(whole);
		}
	}

	@Test
	void beforeItIsOpenThereIsNothingToKeep() {
		assertThat(ScheduleSnapshot.of(Stream.empty())).isEmpty();
	}

	private static ScheduleSnapshot snapshotOf(List<DomainEventMessage<?>> history) {
		return ScheduleSnapshot.of(history.stream()).orElseThrow();
	}

	private String stored(ScheduleSnapshot snapshot) {
		return new String(this.json.serialize(snapshot, byte[].class).getData(), StandardCharsets.UTF_8);
	}

	private ScheduleSnapshot read(String stored) {
		SerializedObject<byte[]> snapshot = new SimpleSerializedObject<>(stored.getBytes(StandardCharsets.UTF_8),
				byte[].class, this.json.typeForClass(ScheduleSnapshot.class));
		return this.json.deserialize(snapshot);
	}

	private static DomainEventMessage<?> message(long sequence, Object payload, Instant at) {
		return new GenericDomainEventMessage<>("Schedule", ScheduleStream.of(DOCTOR), sequence, payload,
				MetaData.emptyInstance(), new UUID(0, sequence).toString(), at);
	}

	/**
	 * Months of bookings and changes, as the rules allow them; the same for the same
	 * seed.
	 */
	private static final class RandomLife {

		private final Random random;

		private final List<DomainEventMessage<?>> events = new ArrayList<>();

		private final List<AppointmentBooked> booked = new ArrayList<>();

		private ScheduleState state = new ScheduleState.NotOpened();

		private Instant now = NOW;

		RandomLife(long seed) {
			this.random = new Random(seed);
			note(ScheduleSpecification.opened());
			for (DayOfWeek day : DayOfWeek.values()) {
				decide(new ScheduleCommand.SetWorkingHours(DOCTOR, day,
						List.of(new Window(LocalTime.of(8, 0), LocalTime.of(18, 0))), 30, null, OnConflict.KEEP));
			}
			while (this.events.size() < EVENTS) {
				this.now = this.now.plus(Duration.ofMinutes(this.random.nextInt(240)));
				decide(next());
			}
		}

		List<DomainEventMessage<?>> events() {
			return this.events;
		}

		private ScheduleCommand next() {
			AppointmentBooked one = this.booked.isEmpty() ? null
					: this.booked.get(this.random.nextInt(this.booked.size()));
			int dice = this.random.nextInt(20);
			if (one == null || dice < 9) {
				Instant start = Instant.ofEpochSecond(this.now.getEpochSecond() / 1800 * 1800)
					.plus(Duration.ofMinutes(30L * this.random.nextInt(1, 300)));
				return new ScheduleCommand.BookAppointment(DOCTOR, new UUID(1, this.events.size()),
						new UUID(2, this.random.nextInt(20)), start, this.random.nextBoolean() ? "sealed" : null,
						Booker.CLINIC);
			}
			return switch (dice) {
				case 9, 10, 11, 12, 13 ->
					new ScheduleCommand.CancelAppointment(DOCTOR, one.appointmentId(), null, Booker.CLINIC, null);
				case 14, 15 -> new ScheduleCommand.CheckInAppointment(DOCTOR, one.appointmentId(), null);
				case 16 -> new ScheduleCommand.CompleteAppointment(DOCTOR, one.appointmentId(), null);
				case 17 -> new ScheduleCommand.MarkNoShow(DOCTOR, one.appointmentId(), null);
				case 18 -> new ScheduleCommand.DeactivateDoctor(DOCTOR, OnConflict.KEEP);
				default -> new ScheduleCommand.ReactivateDoctor(DOCTOR);
			};
		}

		private void decide(ScheduleCommand command) {
			if (ScheduleDecider.decide(command, this.state, this.now) instanceof Decision.Accepted accepted) {
				accepted.events().forEach(this::note);
			}
		}

		private void note(ScheduleEvent event) {
			this.events.add(message(this.events.size(), event, this.now));
			this.state = this.state.evolve(event, this.now);
			if (event instanceof AppointmentBooked appointment) {
				this.booked.add(appointment);
			}
		}

	}

}
