package clinic.daybook.benchmarks.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server of our own: as durable as PostgreSQL is by itself, its data in a folder, on a
 * port of loopback that stays the same from one start to the next.
 */
public final class Postgres implements AutoCloseable {

	private static final String USER = "postgres";

	private static final long TURN_MILLIS = 20;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final PostgresPrograms programs;

	private final Path data;

	private final Path log;

	private final int port;

	private final Thread atExit = new Thread(this::stopHard);

	private @Nullable Process postmaster;

	private Postgres(PostgresPrograms programs, Path folder, int port) {
		this.programs = programs;
		this.data = folder.resolve("data");
		this.log = folder.resolve("log");
		this.port = port;
	}

	/** An empty server, started, in a folder that isn't there yet. */
	public static Postgres create(PostgresPrograms programs, Path folder) throws IOException, InterruptedException {
		Files.createDirectories(folder);
		Postgres created = new Postgres(programs, folder.toAbsolutePath(), freePort());
		programs.run(created.log, "initdb", "-D", created.data.toString(), "-U", USER, "--auth=trust",
				"--encoding=UTF8", "--locale=C", "--no-sync");
		Runtime.getRuntime().addShutdownHook(created.atExit);
		try {
			created.start();
			created.requireDurable();
		}
		catch (IOException | RuntimeException ex) {
			created.close();
			throw ex;
		}
		return created;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** Comes back once it can be used. */
	public void start() throws IOException, InterruptedException {
		Process started = this.programs.start(this.log, "postgres", "-D", this.data.toString(), "-p",
				Integer.toString(this.port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c",
				"max_connections=200", "-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "full_page_writes=on");
		this.postmaster = started;
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!answers()) {
			if (!started.isAlive() || System.nanoTime() > deadline) {
				throw new IOException("PostgreSQL does not start: see " + this.log);
			}
			TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
		}
	}

	private boolean answers() {
		try (Connection connection = database(USER).getConnection()) {
			return connection.isValid(1);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	/** Figures from a server that forgets would be worth nothing. */
	private void requireDurable() throws IOException {
		try (Connection connection = database(USER).getConnection();
				Statement statement = connection.createStatement();
				ResultSet lax = statement.executeQuery("""
						select string_agg(name, ', ') from pg_settings
						where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'
						""")) {
			lax.next();
			if (lax.getString(1) != null) {
				throw new IOException("PostgreSQL has not switched on: " + lax.getString(1));
			}
		}
		catch (SQLException ex) {
			throw new IOException("PostgreSQL does not say how durable it is", ex);
		}
	}

	/** Orderly. */
	public void stop() throws IOException, InterruptedException {
		Process running = this.postmaster;
		if (running != null) {
			Signals.interrupt(running.pid());
			if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				kill();
			}
		}
	}

	/** The server and every process of it, at one blow. */
	public void kill() throws IOException, InterruptedException {
		Process running = this.postmaster;
		if (running == null) {
			return;
		}
		// So that it starts nobody whom the blow would miss.
		Signals.stop(running.pid());
		List<ProcessHandle> backends = running.descendants().toList();
		List<Long> all = new ArrayList<>(List.of(running.pid()));
		backends.forEach((backend) -> all.add(backend.pid()));
		Signals.kill(all);
		running.waitFor();
		while (backends.stream().anyMatch(Postgres::isStillThere)) {
			TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
		}
	}

	/**
	 * One that has ended keeps its number until its parent asks for it, but has no
	 * program any more.
	 */
	private static boolean isStillThere(ProcessHandle process) {
		return process.isAlive() && process.info().command().isPresent();
	}

	public String url(String database) {
		return urlAt(this.port, database);
	}

	/** For those who come through another port than the server's own. */
	public static String urlAt(int port, String database) {
		return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port, database, USER);
	}

	public int port() {
		return this.port;
	}

	/** Connections that aren't pooled and give up when nobody answers. */
	public PGSimpleDataSource database(String name) {
		PGSimpleDataSource database = new PGSimpleDataSource();
		database.setUrl(url(name));
		database.setConnectTimeout((int) PATIENCE.toSeconds());
		database.setSocketTimeout((int) PATIENCE.toSeconds());
		return database;
	}

	/** An empty one. */
	public PGSimpleDataSource createDatabase(String name) {
		try (Connection connection = database(USER).getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
			return database(name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("PostgreSQL refused to create a database", ex);
		}
	}

	/** One with the book in it. */
	public PGSimpleDataSource createBook(String name) {
		PGSimpleDataSource database = createDatabase(name);
		Flyway.configure().dataSource(database).load().migrate();
		return database;
	}

	public PostgresPrograms programs() {
		return this.programs;
	}

	public Path log() {
		return this.log;
	}

	/** It ends once its clients have, and they end with us. */
	private void stopHard() {
		if (this.postmaster != null) {
			this.postmaster.destroy();
		}
	}

	@Override
	public void close() {
		try {
			stop();
			Runtime.getRuntime().removeShutdownHook(this.atExit);
		}
		catch (IOException ex) {
			throw new IllegalStateException("PostgreSQL can't be stopped", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			stopHard();
		}
	}

}
