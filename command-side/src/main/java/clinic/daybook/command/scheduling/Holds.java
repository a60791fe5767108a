package clinic.daybook.command.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.daybook.api.scheduling.Hold;
import clinic.daybook.api.scheduling.HoldEnd;
import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.Taken;

/**
 * The holds a schedule still answers for: those that are live, and for a day those that
 * were, so that whoever comes back late hears why it is no good any more.
 */
record Holds(Map<UUID, Held> byId) {

	static final Holds NONE = new Holds(Map.of());

	/** How long after its expiry a hold is remembered. */
	static final Duration KEPT_AFTER_EXPIRY = Duration.ofHours(24);

	Holds {
		byId = Map.copyOf(byId);
	}

	Holds with(Hold hold, int place) {
		return changed(hold.holdId(), new Held(hold, place, Optional.empty()));
	}

	Holds released(UUID holdId, HoldEnd because) {
		return find(holdId).map((held) -> changed(holdId, new Held(held.hold(), held.place(), Optional.of(because))))
			.orElse(this);
	}

	Holds withoutExpiredBefore(Instant instant) {
		if (this.byId.values().stream().noneMatch((held) -> held.hold().expiresAt().isBefore(instant))) {
			return this;
		}
		Map<UUID, Held> kept = new HashMap<>(this.byId);
		kept.values().removeIf((held) -> held.hold().expiresAt().isBefore(instant));
		return new Holds(kept);
	}

	Optional<Held> find(UUID holdId) {
		return Optional.ofNullable(this.byId.get(holdId));
	}

	/** The one a member has now, if any: a new one replaces it. */
	Optional<Held> liveOf(UUID memberId, Instant now) {
		return liveAt(now).filter((held) -> held.hold().memberId().equals(memberId)).findFirst();
	}

	/** The hours that are held now, but for those held for this member. */
	Taken byOthersThan(UUID memberId, Instant now) {
		List<Interval> hours = liveAt(now).map(Held::hold)
			.filter((hold) -> !hold.memberId().equals(memberId))
			.map(Hold::interval)
			.toList();
		return (asked) -> hours.stream().anyMatch((hour) -> hour.overlaps(asked));
	}

	private Stream<Held> liveAt(Instant now) {
		return this.byId.values().stream().filter((held) -> held.isLiveAt(now));
	}

	private Holds changed(UUID holdId, Held held) {
		Map<UUID, Held> changed = new HashMap<>(this.byId);
		changed.put(holdId, held);
		return new Holds(changed);
	}

	/**
	 * A hold and what has become of it.
	 *
	 * @param end empty unless it ended before its time
	 */
	record Held(Hold hold, int place, Optional<HoldEnd> end) {

		boolean isLiveAt(Instant now) {
			return this.end.isEmpty() && this.hold.isLiveAt(now);
		}

	}

}
