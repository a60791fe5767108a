package clinic.daybook.web;

import java.time.Duration;
import java.util.OptionalLong;

import org.springframework.stereotype.Component;

/** Makes a write visible to whoever reads after its answer. */
@Component
public class ReadYourWrites {

	/** How long a write waits to be seen before it answers all the same. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final ReadModels readModels;

	ReadYourWrites(ReadModels readModels) {
		this.readModels = readModels;
	}

	/**
	 * Waits until the read models show what was written, and puts the token on the answer
	 * that asks any later read to show it too. To be called after the commit.
	 * @param position in the book of the last event written; empty if there was none
	 */
	public void makeVisible(OptionalLong position) {
		position.ifPresent((last) -> {
			this.readModels.caughtUpWith(last, PATIENCE);
			ConsistencyToken.answerWith(last);
		});
	}

}
