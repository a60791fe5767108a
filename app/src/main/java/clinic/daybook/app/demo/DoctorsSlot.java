package clinic.daybook.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import clinic.daybook.api.scheduling.Interval;

/** A slot of a doctor's, and where it lies in the time of their site. */
record DoctorsSlot(DemoDoctor doctor, Interval time) {

	/** Whoever starts the demo finds nobody in the middle of an appointment. */
	private static final Duration AROUND_NOW = Duration.ofMinutes(30);

	boolean isOver(Instant now) {
		return !this.time.end().plus(AROUND_NOW).isAfter(now);
	}

	boolean isToCome(Instant now) {
		return !this.time.start().minus(AROUND_NOW).isBefore(now);
	}

	LocalDate date() {
		return dateOf(this.time.start());
	}

	LocalDate dateOf(Instant instant) {
		return LocalDate.ofInstant(instant, this.doctor.site().zone());
	}

	/** The last day that is over by now and lies before the slot's own. */
	LocalDate lastDayBefore(Instant now) {
		LocalDate today = dateOf(now);
		return (date().isBefore(today) ? date() : today).minusDays(1);
	}

}
