package clinic.daybook.command.dispatch;

import java.util.Map;

import clinic.daybook.book.Receipt;
import clinic.daybook.web.Actor;
import clinic.daybook.web.EventMetadata;
import clinic.daybook.web.ReadYourWrites;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Brings commands to their handlers, and their effects to whoever reads next. */
@Component
public class Commands {

	private final CommandGateway gateway;

	private final ReadYourWrites readYourWrites;

	Commands(CommandGateway gateway, ReadYourWrites readYourWrites) {
		this.gateway = gateway;
		this.readYourWrites = readYourWrites;
	}

	/** Handles a command in this thread; its events carry who asked for it. */
	public <T> Receipt<T> dispatch(Object command, Actor actor) {
		Map<String, String> metadata = EventMetadata.of(actor);
		return Receipt
			.of(() -> this.gateway.<T>sendAndWait(new GenericCommandMessage<>(command).withMetaData(metadata)));
	}

	/** Lets the next read see what was written. Not to be called before its commit. */
	public void makeVisible(Receipt<?> receipt) {
		this.readYourWrites.makeVisible(receipt.position());
	}

}
