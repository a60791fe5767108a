package clinic.daybook.book;

/**
 * The append was under way when its time was up, so it may have been written, now or in a
 * moment. To append the same events again, with the same ids, is safe and finds out; to
 * decide anew is not, before the stream has been looked at.
 */
public class OutcomeUnknownException extends BookUnavailableException {

	OutcomeUnknownException() {
		super("Whether the append was written is not known yet");
	}

}
