package clinic.daybook.testing;

import java.time.temporal.Temporal;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

/** Somebody with an account, logged in. */
public interface Person {

	Visitor as();

	default Answer get(String path) {
		return as().get(path);
	}

	default List<JsonNode> readsAll(String path) {
		return as().readsAll(path);
	}

	default List<JsonNode> readsAll(String path, Consumer<List<JsonNode>> meanwhile) {
		return as().readsAll(path, meanwhile);
	}

	default Answer post(String path, Object body) {
		return as().post(path, body);
	}

	default Answer put(String path, Object body) {
		return as().put(path, body);
	}

	default Answer delete(String path) {
		return as().delete(path);
	}

	/** The appointment as this person sees it. */
	default Answer reads(String appointmentId) {
		return get("/api/appointments/" + appointmentId);
	}

	/** Moves the appointment to another time, with the same doctor. */
	default Answer moves(String appointmentId, Temporal start) {
		return post("/api/appointments/" + appointmentId + "/reschedule", Json.body("start", start));
	}

	/** Moves the appointment to another doctor. */
	default Answer moves(String appointmentId, Doctor doctor, Temporal start) {
		return post("/api/appointments/" + appointmentId + "/reschedule",
				Json.body("start", start, "doctorId", doctor.id()));
	}

	default Answer cancels(String appointmentId) {
		return post("/api/appointments/" + appointmentId + "/cancel", Json.body());
	}

}
