package clinic.daybook.app.database;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A process that starts the embedded PostgreSQL and stops it at the end of its input, if
 * it lives that long.
 */
final class OtherProcess {

	private OtherProcess() {
	}

	public static void main(String[] args) throws IOException {
		try (EmbeddedPostgres postgres = new EmbeddedPostgres(Path.of(args[0]))) {
			System.out.println("ready " + postgres.start().url());
			System.out.flush();
			int end = System.in.read();
			System.out.println("ended with " + end);
		}
	}

}
