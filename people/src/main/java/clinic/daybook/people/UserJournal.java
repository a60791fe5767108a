package clinic.daybook.people;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import clinic.daybook.api.users.Role;
import clinic.daybook.api.users.UserEvent;
import clinic.daybook.web.Actor;
import clinic.daybook.web.EventMetadata;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
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
		this.book.publish(message(new UserEvent.UserRegistered(userId, role), 0, actor));
	}

	/** Events of one account, after all that it has. */
	void changed(UUID userId, List<UserEvent> events, Actor actor) {
		long next = this.book.lastSequenceNumberFor(stream(userId)).map((last) -> last + 1).orElse(0L);
		List<EventMessage<?>> messages = new ArrayList<>();
		for (UserEvent event : events) {
			messages.add(message(event, next + messages.size(), actor));
		}
		this.book.publish(messages);
	}

	/** How far the book goes; empty if there is nothing in it. */
	OptionalLong end() {
		return this.book.createHeadToken().position();
	}

	private static DomainEventMessage<UserEvent> message(UserEvent event, long sequence, Actor actor) {
		return new GenericDomainEventMessage<>("User", stream(event.userId()), sequence, event,
				MetaData.from(EventMetadata.of(actor)));
	}

	private static String stream(UUID userId) {
		return "user-" + userId;
	}

}
