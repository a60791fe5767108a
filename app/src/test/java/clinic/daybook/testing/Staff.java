package clinic.daybook.testing;

import java.time.temporal.Temporal;

/** Somebody of the clinic who is no doctor. */
public record Staff(String userId, String email, String password, Visitor as) implements Person {

	public Answer books(Member member, Doctor doctor, Temporal start) {
		return post("/api/appointments", Json.body("doctorId", doctor.id(), "memberId", member.id(), "start", start));
	}

	public Answer holds(Member member, Doctor doctor, Temporal start) {
		return post("/api/appointments/holds",
				Json.body("doctorId", doctor.id(), "memberId", member.id(), "start", start));
	}

	/** Sees to it that somebody who came by is treated. */
	public Answer letsIn(Member member, Doctor doctor, Temporal start, int minutes) {
		return post("/api/appointments", Json.body("walkIn", true, "doctorId", doctor.id(), "memberId", member.id(),
				"start", start, "minutes", minutes));
	}

	public Answer sets(Doctor doctor, Object hours) {
		return post("/api/availability", hours);
	}

}
