package clinic.daybook.testing;

/** Somebody with an account, logged in. */
public interface Person {

	Visitor as();

	default Answer get(String path) {
		return as().get(path);
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

	default Answer cancels(String appointmentId) {
		return post("/api/appointments/" + appointmentId + "/cancel", Json.body());
	}

}
