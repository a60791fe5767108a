package clinic.daybook.app.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

import clinic.daybook.app.startup.StartupRefused;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL for this platform, unpacked into a folder once per version.
 */
record PostgresBinaries(Path bin) {

	static PostgresBinaries unpackedIn(Path folder) throws IOException {
		byte[] archive = archive();
		Path home = folder.resolve("binaries-" + fingerprint(archive));
		if (!Files.exists(home)) {
			deleteOlder(folder);
			Path unfinished = folder.resolve("binaries-unfinished");
			unpack(archive, unfinished);
			Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
		}
		return new PostgresBinaries(home.resolve("bin"));
	}

	String path(String program) {
		return this.bin.resolve(program + (isWindows() ? ".exe" : "")).toString();
	}

	static boolean isWindows() {
		return System.getProperty("os.name", "").startsWith("Windows");
	}

	private static byte[] archive() throws IOException {
		String system = isWindows() ? "Windows" : System.getProperty("os.name", "").replace("Mac OS X", "Darwin");
		try (InputStream found = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system,
				System.getProperty("os.arch", ""))) {
			return found.readAllBytes();
		}
		catch (IllegalStateException ex) {
			throw new StartupRefused("there is no embedded PostgreSQL for this platform; "
					+ "set SPRING_DATASOURCE_URL to a PostgreSQL of your own.", ex);
		}
	}

	private static String fingerprint(byte[] archive) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
			return HexFormat.of().formatHex(digest, 0, 6);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void unpack(byte[] archive, Path target) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path path = target.resolve(entry.getName()).normalize();
				if (!path.startsWith(target)) {
					throw new IOException("An entry of the PostgreSQL archive points outside of it");
				}
				unpack(tar, entry, path);
			}
		}
	}

	private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(path);
			return;
		}
		Files.createDirectories(path.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, path);
		if (!isWindows()) {
			boolean program = (entry.getMode() & 0100) != 0;
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
		}
	}

	private static void deleteOlder(Path folder) throws IOException {
		try (Stream<Path> children = Files.list(folder)) {
			for (Path child : children.toList()) {
				if (child.getFileName().toString().startsWith("binaries-")) {
					delete(child);
				}
			}
		}
	}

	static void delete(Path tree) throws IOException {
		if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		try (Stream<Path> paths = Files.walk(tree)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}

}
