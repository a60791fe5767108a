package clinic.daybook.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files that nobody else may read. The rights come with the file, not after it.
 */
final class OwnerOnly {

	private OwnerOnly() {
	}

	static void write(Path file, String text) throws IOException {
		if (PostgresBinaries.isWindows()) {
			Files.createFile(file);
		}
		else {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		Files.writeString(file, text);
	}

}
