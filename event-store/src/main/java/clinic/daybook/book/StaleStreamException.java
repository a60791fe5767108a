package clinic.daybook.book;

import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The stream has moved on since the decision was made: load it again and decide again.
 */
public class StaleStreamException extends ConcurrencyException {

	private final String stream;

	private final long lastSequence;

	StaleStreamException(String stream, long lastSequence) {
		super("Stream " + stream + " stands at sequence " + lastSequence);
		this.stream = stream;
		this.lastSequence = lastSequence;
	}

	public String stream() {
		return this.stream;
	}

	/** -1 for a stream that has no events. */
	public long lastSequence() {
		return this.lastSequence;
	}

}
