package clinic.daybook.benchmarks.proof;

import java.time.Instant;
import java.util.List;

import clinic.daybook.book.ClaimChange;
import clinic.daybook.book.EventTypes;
import clinic.daybook.book.TimeRange;
import org.axonframework.eventhandling.DomainEventMessage;

/** What the writers write of. */
sealed interface Deed {

	EventTypes TYPES = EventTypes.ofSealed(List.of(Deed.class));

	record Noted(String text) implements Deed {
	}

	/** There is one of each badge. */
	record BadgeTaken(String badge, String holder) implements Deed {
	}

	record BadgeReturned(String badge, String holder) implements Deed {
	}

	/** A room is somebody's for a time. */
	record RoomTaken(String room, Instant start, Instant end, String holder) implements Deed {
	}

	record RoomLeft(String room, String holder) implements Deed {
	}

	/** What was had is given up for another time, in one step. */
	record RoomMoved(String room, Instant start, Instant end, String holder) implements Deed {
	}

	static List<ClaimChange> claimsOf(DomainEventMessage<?> event) {
		return ((Deed) event.getPayload()).claims();
	}

	default List<ClaimChange> claims() {
		return switch (this) {
			case Noted noted -> List.of();
			case BadgeTaken(String badge, String holder) -> List.of(new ClaimChange.Take("badge", badge, null, holder));
			case BadgeReturned(String badge, String holder) -> List.of(new ClaimChange.Release("badge", badge, holder));
			case RoomTaken(String room, Instant start, Instant end, String holder) ->
				List.of(new ClaimChange.Take("room", room, new TimeRange(start, end), holder));
			case RoomLeft(String room, String holder) -> List.of(new ClaimChange.Release("room", room, holder));
			case RoomMoved(String room, Instant start, Instant end, String holder) ->
				List.of(new ClaimChange.Release("room", room, holder),
						new ClaimChange.Take("room", room, new TimeRange(start, end), holder));
		};
	}

}
