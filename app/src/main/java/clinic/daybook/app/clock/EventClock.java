package clinic.daybook.app.clock;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.axonframework.eventhandling.GenericEventMessage;

/**
 * Lets events be stamped by the application's clock. Axon has one for all of the process:
 * where several applications live in one, it is the youngest's, whoever of them goes
 * first, and Axon's own again after the last.
 */
final class EventClock implements AutoCloseable {

	private static final Clock OF_AXON = GenericEventMessage.clock;

	private static final List<EventClock> SET = new ArrayList<>();

	private final Clock clock;

	private EventClock(Clock clock) {
		this.clock = clock;
	}

	static EventClock set(Clock clock) {
		EventClock set = new EventClock(clock);
		synchronized (SET) {
			SET.add(set);
			tellAxon();
		}
		return set;
	}

	@Override
	public void close() {
		synchronized (SET) {
			SET.remove(this);
			tellAxon();
		}
	}

	private static void tellAxon() {
		GenericEventMessage.clock = SET.isEmpty() ? OF_AXON : SET.getLast().clock;
	}

}
