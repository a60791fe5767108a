package clinic.daybook.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import clinic.daybook.app.startup.StartupRefused;
import com.sun.security.auth.module.UnixSystem;

/**
 * PostgreSQL refuses to run as root, and containers often are root. Then its programs run
 * in a user namespace, where root is nobody in particular; where that is forbidden, as
 * another user, who keeps the one right to reach a folder below root's own.
 *
 * @param prefix what to put before a command
 * @param owner whose the data must be, or -1 if they are already right
 */
record RunAs(List<String> prefix, int owner) {

	private static final int ROOT = 0;

	private static final int NOBODY = 65534;

	private static final RunAs OURSELVES = new RunAs(List.of(), -1);

	/** In order of preference. */
	static final List<RunAs> INSTEAD_OF_ROOT = List.of(new RunAs(List.of("unshare", "--user"), ROOT),
			setpriv("--inh-caps=+dac_override", "--ambient-caps=+dac_override"), setpriv());

	static RunAs whoMayRun(PostgresBinaries binaries, List<RunAs> insteadOfRoot) throws IOException {
		if (PostgresBinaries.isWindows() || new UnixSystem().getUid() != ROOT) {
			return OURSELVES;
		}
		for (RunAs candidate : insteadOfRoot) {
			if (candidate.works(binaries)) {
				return candidate;
			}
		}
		throw new StartupRefused("PostgreSQL does not run as root, and neither unshare nor setpriv is allowed here; "
				+ "start Daybook as an ordinary user or set SPRING_DATASOURCE_URL.");
	}

	List<String> command(List<String> words) {
		List<String> command = new ArrayList<>(this.prefix);
		command.addAll(words);
		return command;
	}

	void own(Path tree) throws IOException {
		if (this.owner < 0) {
			return;
		}
		try (Stream<Path> paths = Files.walk(tree)) {
			for (Path path : paths.toList()) {
				if (!Integer.valueOf(this.owner)
					.equals(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
					Files.setAttribute(path, "unix:uid", this.owner, LinkOption.NOFOLLOW_LINKS);
				}
			}
		}
	}

	private static RunAs setpriv(String... options) {
		List<String> words = new ArrayList<>(
				List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
		words.addAll(List.of(options));
		words.add("--");
		return new RunAs(words, NOBODY);
	}

	private boolean works(PostgresBinaries binaries) throws IOException {
		try {
			Process process = new ProcessBuilder(command(
					List.of("sh", "-c", "test \"$(id -u)\" != 0 && \"$0\" --version", binaries.path("postgres"))))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			return process.waitFor() == 0;
		}
		catch (IOException ex) {
			// The program is not installed.
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while PostgreSQL was tried out", ex);
		}
	}

}
