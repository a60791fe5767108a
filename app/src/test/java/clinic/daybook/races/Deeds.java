package clinic.daybook.races;

import java.time.OffsetDateTime;

import clinic.daybook.testing.Answer;
import clinic.daybook.testing.Doctor;
import clinic.daybook.testing.Json;
import clinic.daybook.testing.Member;
import clinic.daybook.testing.Person;

/** What people do with holds and appointments. */
final class Deeds {

	private static final String HOLDS = "/api/appointments/holds";

	private Deeds() {
	}

	static Answer holds(Member member, Doctor doctor, OffsetDateTime start) {
		return member.post(HOLDS, Json.body("doctorId", doctor.id(), "start", start));
	}

	/** Holds a slot, and gives the hold's id. */
	static String hasHeld(Member member, Doctor doctor, OffsetDateTime start) {
		return holds(member, doctor, start).is(201).text("holdId");
	}

	/** Books what is held. */
	static Answer confirms(Member member, String holdId) {
		return member.post("/api/appointments", Json.body("holdId", holdId));
	}

	static Answer givesUp(Member member, String holdId) {
		return member.delete(HOLDS + "/" + holdId);
	}

	static Answer moves(Person person, String appointmentId, Doctor to, OffsetDateTime start) {
		return person.post("/api/appointments/" + appointmentId + "/reschedule",
				Json.body("doctorId", to.id(), "start", start));
	}

}
