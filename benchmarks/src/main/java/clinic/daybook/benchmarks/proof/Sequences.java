package clinic.daybook.benchmarks.proof;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Where each stream stands, as far as the writers of a process know: like a cache of
 * aggregates, it is outdated whenever another process has written.
 */
final class Sequences {

	private final EventStorageEngine engine;

	private final Map<String, Long> next = new ConcurrentHashMap<>();

	Sequences(EventStorageEngine engine) {
		this.engine = engine;
	}

	long next(String stream) {
		Long known = this.next.get(stream);
		if (known != null) {
			return known;
		}
		long asked = this.engine.lastSequenceNumberFor(stream).orElse(-1L) + 1;
		return this.next.merge(stream, asked, Math::max);
	}

	void isWritten(String stream, long sequence) {
		this.next.merge(stream, sequence + 1, Math::max);
	}

	/** To be asked for anew. */
	void forget(String stream) {
		this.next.remove(stream);
	}

}
