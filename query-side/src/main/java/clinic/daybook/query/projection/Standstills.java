package clinic.daybook.query.projection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * Projections that can't get past an event now, and what stops them. Axon hands a failed
 * projection's work back and says no more of it, so this is kept here.
 */
@Component
public class Standstills {

	private final Map<String, String> reasons = new ConcurrentHashMap<>();

	void stopped(String projection, Throwable error) {
		this.reasons.put(projection, error.getClass().getSimpleName());
	}

	void moves(String projection) {
		this.reasons.remove(projection);
	}

	/** The kind of error by the name of the projection. */
	public Map<String, String> now() {
		return Map.copyOf(this.reasons);
	}

}
