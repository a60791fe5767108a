package clinic.daybook.app.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import clinic.daybook.app.startup.StartupRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL of Daybook's own: durable, on a random port of the loopback address,
 * its data kept in a folder, stopped with the application. What an application that was
 * killed has left running is stopped by the next one.
 */
final class EmbeddedPostgres implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

	private static final String USERNAME = "daybook";

	private static final String DATABASE = "daybook";

	private static final int PORTS_TO_TRY = 3;

	private static final long LONGEST_LOG = 10_000_000;

	private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

	private final Path folder;

	/** Everything in it belongs to whoever runs PostgreSQL. */
	private final Path home;

	private final Path data;

	private final Path logFile;

	private @Nullable FolderLock lock;

	private @Nullable PostgresPrograms programs;

	private boolean running;

	private final List<RunAs> insteadOfRoot;

	EmbeddedPostgres(Path folder) {
		this(folder, RunAs.INSTEAD_OF_ROOT);
	}

	EmbeddedPostgres(Path folder, List<RunAs> insteadOfRoot) {
		this.insteadOfRoot = insteadOfRoot;
		this.folder = folder.toAbsolutePath().normalize();
		this.home = this.folder.resolve("postgres");
		this.data = this.home.resolve("data");
		this.logFile = this.home.resolve("log");
	}

	/**
	 * Synchronized with closing: whoever stops half-way through a start stops all of it.
	 */
	synchronized DatabaseAccess start() {
		try {
			Files.createDirectories(this.home);
			this.lock = FolderLock.on(this.folder);
			PostgresBinaries binaries = PostgresBinaries.unpackedIn(this.folder);
			trimLog();
			PostgresPrograms programs = new PostgresPrograms(binaries, RunAs.whoMayRun(binaries, this.insteadOfRoot),
					this.logFile);
			this.programs = programs;
			stopLeftover(programs);
			programs.runAs().own(this.home);
			String password = password(programs);
			initialise(programs);
			int port = launch(programs);
			DatabaseAccess access = new DatabaseAccess(port, DATABASE, USERNAME, password);
			prepare(access);
			return access;
		}
		catch (AccessDeniedException ex) {
			close();
			throw new StartupRefused("the folder " + this.folder + " belongs to somebody else (" + ex.getFile()
					+ "); start Daybook as that user or in another folder.", ex);
		}
		catch (IOException ex) {
			close();
			throw new StartupRefused("the embedded PostgreSQL does not start: " + ex.getMessage() + "; see "
					+ this.logFile + " or set SPRING_DATASOURCE_URL to use another.", ex);
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	private void stopLeftover(PostgresPrograms programs) throws IOException {
		Optional<Postmaster> named = Postmaster.namedIn(this.data);
		if (named.isEmpty()) {
			return;
		}
		switch (named.get().fate(this.data)) {
			case RUNNING -> {
				log.info("Stopping the PostgreSQL that an earlier run left behind (process {})", named.get().pid());
				stop(programs);
			}
			// PostgreSQL only asks whether the number is in use, and would not start.
			case NUMBER_TAKEN -> Files.delete(Postmaster.file(this.data));
			case UNCLEAR -> throw new StartupRefused("process " + named.get().pid() + " may be a PostgreSQL on "
					+ this.data + "; stop it, or delete " + Postmaster.file(this.data) + " if it is another program.");
			case GONE -> {
			}
		}
	}

	private String password(PostgresPrograms programs) throws IOException {
		Path file = passwordFile();
		if (!Files.exists(file)) {
			byte[] random = new byte[24];
			new SecureRandom().nextBytes(random);
			OwnerOnly.write(file, HexFormat.of().formatHex(random));
			programs.runAs().own(file);
		}
		return Files.readString(file).strip();
	}

	private Path passwordFile() {
		return this.home.resolve("password");
	}

	private void initialise(PostgresPrograms programs) throws IOException {
		Path version = this.data.resolve("PG_VERSION");
		if (Files.exists(version)) {
			return;
		}
		log.info("Setting up PostgreSQL in {}", this.home);
		// Made beside and then renamed: a directory that is there is whole.
		Path unfinished = this.home.resolve("data-unfinished");
		PostgresBinaries.delete(unfinished);
		programs.run("initdb", "-D", unfinished.toString(), "-U", USERNAME, "--auth=scram-sha-256",
				"--pwfile=" + passwordFile(), "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
				"--builtin-locale=C.UTF-8");
		Files.move(unfinished, this.data);
	}

	private int launch(PostgresPrograms programs) throws IOException {
		for (int attempt = 1;; attempt++) {
			int port = freePort();
			try {
				// On the command line, so that no configuration file can say otherwise.
				programs.run("pg_ctl", "start", "-D", this.data.toString(), "-l", this.logFile.toString(), "-w", "-t",
						"60", "-o", "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= "
								+ "-c fsync=on -c synchronous_commit=on -c full_page_writes=on");
				this.running = true;
				return port;
			}
			catch (IOException ex) {
				if (attempt == PORTS_TO_TRY) {
					throw ex;
				}
			}
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }))) {
			return socket.getLocalPort();
		}
	}

	private static void prepare(DatabaseAccess access) throws IOException {
		try {
			createDatabase(access);
			requireDurable(access);
		}
		catch (SQLException ex) {
			throw new IOException("it does not answer as it should (" + ex.getSQLState() + ")", ex);
		}
	}

	/** Asks the server, since settings of a role or database beat the command line. */
	static void requireDurable(DatabaseAccess access) throws SQLException {
		try (Connection connection = access.connect(); Statement statement = connection.createStatement()) {
			for (String setting : DURABLE) {
				try (ResultSet answer = statement.executeQuery("SHOW " + setting)) {
					answer.next();
					if (!"on".equals(answer.getString(1))) {
						throw new StartupRefused("the embedded PostgreSQL has " + setting + "=" + answer.getString(1)
								+ ", so a booking could be lost; it must be on.");
					}
				}
			}
		}
	}

	private static void createDatabase(DatabaseAccess access) throws SQLException {
		DatabaseAccess maintenance = new DatabaseAccess(access.port(), "postgres", access.username(),
				access.password());
		try (Connection connection = maintenance.connect(); Statement statement = connection.createStatement()) {
			try (ResultSet found = statement
				.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
				if (found.next()) {
					return;
				}
			}
			statement.executeUpdate("CREATE DATABASE " + DATABASE);
		}
	}

	private void trimLog() throws IOException {
		if (Files.exists(this.logFile) && Files.size(this.logFile) > LONGEST_LOG) {
			Files.delete(this.logFile);
		}
		if (!Files.exists(this.logFile)) {
			OwnerOnly.write(this.logFile, "");
		}
	}

	private void stop(PostgresPrograms programs) throws IOException {
		programs.run("pg_ctl", "stop", "-D", this.data.toString(), "-m", "fast", "-w", "-t", "30");
	}

	@Override
	public synchronized void close() {
		try {
			if (this.running && this.programs != null) {
				this.running = false;
				stop(this.programs);
			}
		}
		catch (IOException ex) {
			log.warn("PostgreSQL is still running; the next start will stop it ({})", ex.getMessage());
		}
		finally {
			unlock();
		}
	}

	private void unlock() {
		try {
			if (this.lock != null) {
				this.lock.close();
			}
		}
		catch (IOException ex) {
			log.debug("The lock goes with the process", ex);
		}
	}

}
