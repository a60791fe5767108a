package clinic.daybook.testing;

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

	default Answer cancels(String appointmentId) {
		return post("/api/appointments/" + appointmentId + "/cancel", Json.body());
	}

}
