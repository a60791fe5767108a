package clinic.daybook.query.scheduling;

import java.time.Instant;
import java.util.UUID;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.api.scheduling.TimeOff;
import org.jspecify.annotations.Nullable;

/** Time off as the read model keeps it, the reason as ciphertext. */
record TimeOffRow(UUID timeOffId, UUID doctorId, Instant startAt, Instant endAt, @Nullable String reason,
		boolean withdrawn) {

	static TimeOffRow of(UUID doctorId, TimeOff taken) {
		return new TimeOffRow(taken.timeOffId(), doctorId, taken.interval().start(), taken.interval().end(),
				taken.reason(), false);
	}

	/** Nobody needs to know any more what it was for. */
	TimeOffRow asWithdrawn() {
		return new TimeOffRow(this.timeOffId, this.doctorId, this.startAt, this.endAt, null, true);
	}

	Interval interval() {
		return new Interval(this.startAt, this.endAt);
	}

}
