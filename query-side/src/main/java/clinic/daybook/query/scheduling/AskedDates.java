package clinic.daybook.query.scheduling;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import clinic.daybook.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The local dates for which somebody wants to see free slots, both included. */
record AskedDates(LocalDate first, LocalDate last) {

	private static final int MOST = 62;

	/**
	 * What a query says, or today and as many days.
	 * @param days today included
	 */
	static AskedDates of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today, int days) {
		LocalDate first = (from != null) ? from : today;
		return new AskedDates(first, (to != null) ? to : first.plusDays(days - 1));
	}

	AskedDates refuseUnlessProper() {
		if (isEmpty()) {
			throw ProblemException.invalid("to", "is before from");
		}
		if (ChronoUnit.DAYS.between(this.first, this.last) >= MOST) {
			throw ProblemException.invalid("to", "must be within " + MOST + " days");
		}
		return this;
	}

	boolean isEmpty() {
		return this.last.isBefore(this.first);
	}

	/** Those of them that are left from a date on. */
	AskedDates from(LocalDate date) {
		return date.isAfter(this.first) ? new AskedDates(date, this.last) : this;
	}

}
