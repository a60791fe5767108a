package clinic.daybook.book;

import java.util.Optional;
import java.util.stream.Stream;

import org.axonframework.eventhandling.DomainEventMessage;

/**
 * What the history of a stream comes to. A pure function: the same history, be it from
 * the first event or from an earlier snapshot on, always comes to the same.
 */
@FunctionalInterface
public interface SnapshotRule {

	/**
	 * Sums up.
	 * @param history begins with the last snapshot, if there is one
	 * @return what is stored, of a type that {@link BookJson#snapshots} knows; empty if
	 * the history is not worth it
	 */
	Optional<?> sumUp(Stream<? extends DomainEventMessage<?>> history);

}
