package clinic.daybook.command.dispatch;

import java.util.OptionalLong;

import clinic.daybook.book.Receipt;
import clinic.daybook.web.Actor;

/** Brings commands to whoever a test says, without a bus and a book. */
public abstract class CommandsInMemory extends Commands {

	protected CommandsInMemory() {
		super(null, null, null);
	}

	protected abstract Object answer(Object command);

	@Override
	@SuppressWarnings("unchecked")
	public <T> Receipt<T> dispatch(Object command, Actor actor) {
		return new Receipt<>((T) answer(command), OptionalLong.empty());
	}

	@Override
	public void makeVisible(Receipt<?> receipt) {
	}

	@Override
	public void makeAllVisible() {
	}

}
