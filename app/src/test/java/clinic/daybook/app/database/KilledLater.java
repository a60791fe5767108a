package clinic.daybook.app.database;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A process that starts the embedded PostgreSQL and is killed before it can stop it.
 */
final class KilledLater {

	private KilledLater() {
	}

	public static void main(String[] args) throws IOException {
		DatabaseAccess access = new EmbeddedPostgres(Path.of(args[0])).start();
		System.out.println("ready " + access.url());
		System.out.flush();
		int end = System.in.read();
		System.out.println("ended with " + end);
	}

}
