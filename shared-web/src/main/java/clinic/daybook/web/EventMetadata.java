package clinic.daybook.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The metadata every event carries: who, in which request, and because of what. */
public final class EventMetadata {

	public static final String ACTOR_ID = "actorId";

	public static final String ACTOR_ROLE = "actorRole";

	public static final String CORRELATION_ID = "correlationId";

	public static final String CAUSATION_ID = "causationId";

	private EventMetadata() {
	}

	/** For what the current request does itself: it is correlation and cause in one. */
	public static Map<String, String> of(Actor actor) {
		String traceId = TraceId.current();
		return of(actor, traceId, traceId);
	}

	public static Map<String, String> of(Actor actor, String correlationId, String causationId) {
		Map<String, String> metadata = new LinkedHashMap<>();
		actor.account().ifPresent((userId) -> metadata.put(ACTOR_ID, userId.toString()));
		metadata.put(ACTOR_ROLE, actor.role());
		metadata.put(CORRELATION_ID, correlationId);
		metadata.put(CAUSATION_ID, causationId);
		return Map.copyOf(metadata);
	}

}
