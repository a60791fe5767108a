package clinic.daybook.testing;

import java.time.temporal.Temporal;

/** A patient. */
public record Member(String id, String email, String password, String fullName, Visitor as) implements Person {

	public Answer books(Doctor doctor, Temporal start) {
		return post("/api/appointments", Json.body("doctorId", doctor.id(), "start", start));
	}

	/** Books, and gives the appointment's id. */
	public String hasBooked(Doctor doctor, Temporal start) {
		return books(doctor, start).is(201).text("appointmentId");
	}

	public Answer holds(Doctor doctor, Temporal start) {
		return post("/api/appointments/holds", Json.body("doctorId", doctor.id(), "start", start));
	}

	/** Holds, and gives the hold's id. */
	public String hasHeld(Doctor doctor, Temporal start) {
		return holds(doctor, start).is(201).text("holdId");
	}

	/** Books what was held. */
	public Answer confirms(String holdId) {
		return post("/api/appointments", Json.body("holdId", holdId));
	}

	/** Logged in anew, since tokens don't outlive a moved clock. */
	public Member again() {
		return new Member(this.id, this.email, this.password, this.fullName,
				this.as.daybook().clinic().login(this.email, this.password));
	}

	/** The same member at another server. */
	public Member at(Daybook other) {
		return new Member(this.id, this.email, this.password, this.fullName, this.as.at(other));
	}

}
