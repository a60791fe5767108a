package clinic.daybook.app.startup;

import java.io.PrintStream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one line why Daybook did not start, where the reader can do something about it;
 * everything else is left to Boot.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OneLineFailure implements SpringBootExceptionReporter {

	private final PrintStream out;

	OneLineFailure() {
		this(System.err);
	}

	OneLineFailure(PrintStream out) {
		this.out = out;
	}

	@Override
	public boolean reportException(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String line = lineFor(cause);
			if (line != null) {
				this.out.println("Daybook can't start: " + line);
				return true;
			}
		}
		return false;
	}

	private static @Nullable String lineFor(Throwable cause) {
		return switch (cause) {
			case StartupRefused refused -> refused.getMessage();
			case clinic.daybook.people.StartupRefused refused -> refused.getMessage();
			case PortInUseException taken -> "port " + taken.getPort()
					+ " is taken by another program; stop it or choose another port with SERVER_PORT.";
			default -> null;
		};
	}

}
