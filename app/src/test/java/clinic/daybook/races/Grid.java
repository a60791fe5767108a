package clinic.daybook.races;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import clinic.daybook.testing.Clinic;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;

import static java.time.DayOfWeek.MONDAY;

/**
 * A doctor who works around the clock on Mondays and refuses nobody for how much they
 * book or how far ahead: so that there is an hour for every round.
 */
record Grid(Doctor doctor, LocalDate monday) {

	private static final int SLOTS = 24;

	static Grid of(Clinic clinic) {
		return from(clinic, "00:00");
	}

	/** Whose hours begin at some minutes past. */
	static Grid from(Clinic clinic, String time) {
		Doctor doctor = clinic.doctor().opens(MONDAY, time, time, 60);
		doctor
			.put("/api/availability/" + doctor.id() + "/policy",
					Json.body("minNoticeMinutes", 0, "horizonDays", 36_500, "bufferMinutes", 0, "maxPerMemberPerDay",
							100, "cancelCutoffMinutes", 0))
			.is(200);
		return new Grid(doctor, doctor.next(MONDAY).plusWeeks(1));
	}

	/** Another hour for every number. */
	OffsetDateTime hour(int number) {
		return this.doctor.at(this.monday.plusWeeks(number / SLOTS), "%02d:00".formatted(number % SLOTS));
	}

}
