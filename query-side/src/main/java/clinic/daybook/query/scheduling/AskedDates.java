package clinic.daybook.query.scheduling;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import clinic.daybook.api.scheduling.Interval;
import clinic.daybook.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The local dates that somebody asks about, both included. */
record AskedDates(LocalDate first, LocalDate last) {

	private static final int MOST = 62;

	// After every date that can be asked about or kept.
	private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

	/**
	 * What a query says, or today and as many days.
	 * @param days today included
	 */
	static AskedDates of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today, int days) {
		LocalDate first = (from != null) ? from : today;
		return new AskedDates(first, (to != null) ? to : first.plusDays(days - 1));
	}

	/** What a query says, or all dates from today on. */
	static AskedDates endless(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
		return new AskedDates((from != null) ? from : today, (to != null) ? to : NO_END);
	}

	AskedDates refuseIfEmpty() {
		if (isEmpty()) {
			throw ProblemException.invalid("to", "is before from");
		}
		return this;
	}

	/** As many dates as free slots are worked out for, at most. */
	AskedDates refuseUnlessProper() {
		refuseIfEmpty();
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

	/** From the first instant of the first to that of the date after the last. */
	Interval in(ZoneId zone) {
		return new Interval(this.first.atStartOfDay(zone).toInstant(),
				this.last.plusDays(1).atStartOfDay(zone).toInstant());
	}

}
