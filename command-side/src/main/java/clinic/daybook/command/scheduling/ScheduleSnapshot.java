package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.ScheduleEvent;
import clinic.daybook.book.SnapshotType;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it was after one of its events, to go on from there. It is stored as the
 * JSON of these records. When their shape changes, those that were stored are ignored and
 * made anew, so nothing has to be kept readable.
 */
record ScheduleSnapshot(UUID doctorId, ScheduleState.Open state, Instant lastChange) {

	/**
	 * Its version is to be raised when the same history comes to something else than
	 * before, in the same shape.
	 */
	static final SnapshotType TYPE = new SnapshotType(ScheduleSnapshot.class, 1);

	/** What the history comes to; nothing as long as the schedule is not open. */
	static Optional<ScheduleSnapshot> of(Stream<? extends DomainEventMessage<?>> history) {
		List<? extends DomainEventMessage<?>> messages = history.toList();
		@Nullable ScheduleSnapshot current = null;
		for (DomainEventMessage<?> message : messages) {
			current = after(current, message.getPayload(), message.getTimestamp());
		}
		return Optional.ofNullable(current);
	}

	private static @Nullable ScheduleSnapshot after(@Nullable ScheduleSnapshot current, Object payload, Instant at) {
		return switch (payload) {
			case ScheduleSnapshot earlier -> earlier;
			case ScheduleEvent event -> {
				ScheduleState before = (current != null) ? current.state() : new ScheduleState.NotOpened();
				yield (before.evolve(event, at) instanceof ScheduleState.Open open)
						? new ScheduleSnapshot(event.doctorId(), open, at) : null;
			}
			default -> throw new IllegalArgumentException(
					"Not of a schedule's history: " + payload.getClass().getSimpleName());
		};
	}

}
