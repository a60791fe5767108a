package clinic.daybook.api.scheduling;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * Turns what a clock on the wall shows into instants, by the rules of its zone: a time
 * shown twice means the first, and a time that is skipped never comes.
 */
final class WallClock {

	private final ZoneRules rules;

	WallClock(ZoneId zone) {
		this.rules = zone.getRules();
	}

	boolean shows(LocalDateTime time) {
		return !this.rules.getValidOffsets(time).isEmpty();
	}

	/**
	 * The first instant at which the clock shows this time or, if it skips it, a later
	 * one.
	 */
	Instant firstInstantAt(LocalDateTime time) {
		return this.rules.getValidOffsets(time)
			.stream()
			.findFirst()
			.map(time::toInstant)
			.orElseGet(() -> this.rules.getTransition(time).getInstant());
	}

}
