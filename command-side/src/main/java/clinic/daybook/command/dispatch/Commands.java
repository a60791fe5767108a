package clinic.daybook.command.dispatch;

import java.time.Duration;
import java.util.Map;

import clinic.daybook.book.Receipt;
import clinic.daybook.web.Actor;
import clinic.daybook.web.ConsistencyToken;
import clinic.daybook.web.EventMetadata;
import clinic.daybook.web.ReadModels;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Brings commands to their handlers, and their effects to whoever reads next. */
@Component
public class Commands {

	/** How long a write waits to be seen before it answers all the same. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final CommandGateway gateway;

	private final ReadModels readModels;

	Commands(CommandGateway gateway, ReadModels readModels) {
		this.gateway = gateway;
		this.readModels = readModels;
	}

	/** Handles a command in this thread; its events carry who asked for it. */
	public <T> Receipt<T> dispatch(Object command, Actor actor) {
		Map<String, String> metadata = EventMetadata.of(actor);
		return Receipt
			.of(() -> this.gateway.<T>sendAndWait(new GenericCommandMessage<>(command).withMetaData(metadata)));
	}

	/**
	 * Makes what was written visible: waits until the read models show it, and answers
	 * with the token that asks any later read to show it too. Not to be called before the
	 * write has been committed.
	 */
	public void makeVisible(Receipt<?> receipt) {
		receipt.position().ifPresent((position) -> {
			this.readModels.caughtUpWith(position, PATIENCE);
			ConsistencyToken.answerWith(position);
		});
	}

}
