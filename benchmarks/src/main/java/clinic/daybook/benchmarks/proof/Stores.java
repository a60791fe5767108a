package clinic.daybook.benchmarks.proof;

import clinic.daybook.book.BookEventStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Each store has a way of its own to be closed. */
final class Stores {

	private Stores() {
	}

	static void close(EventStore store) {
		switch (store) {
			case BookEventStore book -> book.close();
			case EmbeddedEventStore embedded -> embedded.shutDown();
			default -> throw new IllegalArgumentException("No such store is put to the proof");
		}
	}

}
