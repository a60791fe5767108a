package clinic.daybook.app.clock;

import java.time.Clock;

import org.axonframework.eventhandling.GenericEventMessage;

/**
 * Lets events be stamped by the application's clock. Axon has one for all of the process,
 * so it is handed back at the end: another application in the same process may live on.
 */
final class EventClock implements AutoCloseable {

	private final Clock former = GenericEventMessage.clock;

	private EventClock() {
	}

	static EventClock set(Clock clock) {
		EventClock set = new EventClock();
		GenericEventMessage.clock = clock;
		return set;
	}

	@Override
	public void close() {
		GenericEventMessage.clock = this.former;
	}

}
