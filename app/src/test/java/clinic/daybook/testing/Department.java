package clinic.daybook.testing;

import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;

/** A department opened for one test. */
public record Department(String id, String name, Staff admin) {

	/** One whose name nobody else has. */
	public static Department opened(Staff admin) {
		String name = "Ward " + UUID.randomUUID().toString().substring(0, 8);
		return new Department(admin.post("/admin/departments", Json.body("name", name)).is(201).text("departmentId"),
				name, admin);
	}

	public Answer takesIn(Doctor doctor) {
		return this.admin.post("/admin/assign-doctor", Json.body("doctorId", doctor.id(), "departmentId", this.id));
	}

	public Answer letsGo(Doctor doctor) {
		return this.admin.delete("/admin/assign-doctor?doctorId=" + doctor.id() + "&departmentId=" + this.id);
	}

	/** With whichever of its doctors is free. */
	public Answer books(Member member, Temporal start) {
		return member.post("/api/appointments", Json.body("departmentId", this.id, "start", start));
	}

	public Answer renamed(String newName) {
		return this.admin.put("/admin/departments/" + this.id, Json.body("name", newName));
	}

	public Answer closes() {
		return this.admin.delete("/admin/departments/" + this.id);
	}

	/** As everybody sees it. */
	public Answer read() {
		return this.admin.as().daybook().anyone().get("/api/departments/" + this.id);
	}

	/** The names of its doctors, as they are listed. */
	public List<String> doctors() {
		return this.admin.as()
			.daybook()
			.anyone()
			.get("/api/doctors?limit=100&departmentId=" + this.id)
			.is(200)
			.items()
			.stream()
			.map((doctor) -> doctor.get("fullName").stringValue())
			.toList();
	}

	/** The same department, administered at another server. */
	public Department at(Daybook other) {
		return new Department(this.id, this.name,
				new Staff(this.admin.userId(), this.admin.email(), this.admin.password(), this.admin.as().at(other)));
	}

}
