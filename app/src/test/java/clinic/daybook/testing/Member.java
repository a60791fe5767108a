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

	/** The same member at another server. */
	public Member at(Daybook other) {
		return new Member(this.id, this.email, this.password, this.fullName, this.as.at(other));
	}

}
