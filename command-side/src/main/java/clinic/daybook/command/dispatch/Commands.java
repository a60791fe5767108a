package clinic.daybook.command.dispatch;

import java.util.Map;

import clinic.daybook.book.Receipt;
import clinic.daybook.web.Actor;
import clinic.daybook.web.EventMetadata;
import clinic.daybook.web.ReadYourWrites;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Brings commands to their handlers, and their effects to whoever reads next. */
@Component
public class Commands {

	private final CommandGateway gateway;

	private final ReadYourWrites readYourWrites;

	private final EventStore book;

	Commands(CommandGateway gateway, ReadYourWrites readYourWrites, EventStore book) {
		this.gateway = gateway;
		this.readYourWrites = readYourWrites;
		this.book = book;
	}

	/** Handles a command in this thread; its events carry who asked for it. */
	public <T> Receipt<T> dispatch(Object command, Actor actor) {
		Map<String, String> metadata = EventMetadata.of(actor);
		return Receipt
			.of(() -> this.gateway.<T>sendAndWait(new GenericCommandMessage<>(command).withMetaData(metadata)));
	}

	/**
	 * Lets the next read see what was done. Where nothing was left to do, somebody else
	 * may have done it just now. Not to be called before the commit.
	 */
	public void makeVisible(Receipt<?> receipt) {
		if (receipt.position().isPresent()) {
			this.readYourWrites.makeVisible(receipt.position());
		}
		else {
			makeAllVisible();
		}
	}

	/** Lets the next read see all that is in the book by now. */
	public void makeAllVisible() {
		this.readYourWrites.makeVisible(this.book.createHeadToken().position());
	}

}
