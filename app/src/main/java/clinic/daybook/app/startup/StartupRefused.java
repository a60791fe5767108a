package clinic.daybook.app.startup;

/**
 * Daybook can't start and the reader can do something about it: the message is one line
 * that says what.
 */
public final class StartupRefused extends RuntimeException {

	public StartupRefused(String message) {
		super(message);
	}

	public StartupRefused(String message, Throwable cause) {
		super(message, cause);
	}

}
