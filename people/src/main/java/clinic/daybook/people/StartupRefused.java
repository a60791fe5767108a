package clinic.daybook.people;

/**
 * Daybook can't start as it is configured; the message is one line for whoever runs it.
 */
public final class StartupRefused extends RuntimeException {

	public StartupRefused(String message) {
		super(message);
	}

}
