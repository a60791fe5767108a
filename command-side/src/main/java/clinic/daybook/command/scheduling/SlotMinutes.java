package clinic.daybook.command.scheduling;

import clinic.daybook.web.InputErrors;
import org.jspecify.annotations.Nullable;

/** How long slots may be. */
final class SlotMinutes {

	private static final int SHORTEST = 5;

	private static final int LONGEST = 480;

	private SlotMinutes() {
	}

	/** Says what is wrong with a length, if one is given. */
	static void check(InputErrors errors, String field, @Nullable Integer minutes) {
		errors.check(minutes == null || (minutes >= SHORTEST && minutes <= LONGEST), field,
				"must be from " + SHORTEST + " to " + LONGEST);
	}

}
