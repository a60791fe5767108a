package clinic.daybook.people;

import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.api.users.UserEvent;
import clinic.daybook.web.Actor;
import clinic.daybook.web.EventMetadata;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;

import org.springframework.stereotype.Component;

/**
 * Enters into the book what happens to accounts. It is called inside the transaction that
 * changes the account, which the append joins; within a unit of work the append waits for
 * its commit.
 */
@Component
class UserJournal {

	private final EventStore book;

	UserJournal(EventStore book) {
		this.book = book;
	}

	void registered(UUID userId, Role role, Actor actor) {
		this.book.publish(new GenericDomainEventMessage<>("User", "user-" + userId, 0,
				new UserEvent.UserRegistered(userId, role), MetaData.from(EventMetadata.of(actor))));
	}

}
