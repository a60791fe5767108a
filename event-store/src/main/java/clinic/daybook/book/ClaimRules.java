package clinic.daybook.book;

import java.util.List;

import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Which claims an event takes and releases. A pure function of the event, so that the
 * claims can be rebuilt from the book. Changes are applied in the order of the events and
 * of the lists, so what is to be taken again must be released before.
 */
@FunctionalInterface
public interface ClaimRules {

	ClaimRules NONE = (event) -> List.of();

	List<ClaimChange> claimsOf(DomainEventMessage<?> event);

}
