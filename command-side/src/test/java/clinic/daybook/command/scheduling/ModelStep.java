package clinic.daybook.command.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One step of a script: at some time, a command or a look at what there is.
 */
record ModelStep(Instant at, Object what) {

	boolean isCommand() {
		return !(this.what instanceof LookAtOffers || this.what instanceof LookBack);
	}

	/**
	 * All that is offered over a range, and some instants beside.
	 *
	 * @param memberId somebody whom nothing hinders
	 */
	record LookAtOffers(UUID doctorId, UUID memberId, LocalDate from, LocalDate to, List<Instant> beside) {
	}

	/**
	 * What all histories come to.
	 *
	 * @param share how much of each comes before a snapshot, in percent
	 */
	record LookBack(int share) {
	}

}
