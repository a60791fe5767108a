package clinic.daybook.command.scheduling;

import java.util.List;
import java.util.UUID;

/** What came of a move. */
sealed interface MoveOutcome {

	/** The schedules that answered, and how far each knew its history. */
	List<Known> known();

	boolean hasWritten();

	/**
	 * It happened, or it was so already.
	 *
	 * @param after the schedule in which the appointment is now
	 */
	record Done(ScheduleState.Open after, boolean hasWritten, List<Known> known) implements MoveOutcome {
	}

	/**
	 * It did not.
	 *
	 * @param by whose schedule said no
	 */
	record Refused(UUID by, Outcome.Refused outcome, List<Known> known) implements MoveOutcome {

		@Override
		public boolean hasWritten() {
			return false;
		}

	}

	/**
	 * A schedule that answered.
	 *
	 * @param sequence of the last event that the doctor's schedule knew
	 */
	record Known(UUID doctorId, long sequence) {
	}

}
