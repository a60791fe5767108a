package clinic.daybook.book.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL, one for each JVM that runs tests, on a random port of loopback. It
 * forgets on a crash what it was told to keep: not for tests of durability.
 */
public final class PostgresForTests {

	private static final String TEMPLATE = "migrated";

	private static final AtomicInteger COUNT = new AtomicInteger();

	private PostgresForTests() {
	}

	/**
	 * A database of its own, with every migration on the class path applied and nothing
	 * else in it. Connections are not pooled; wrap it where that matters.
	 */
	public static PGSimpleDataSource emptyDatabase() {
		String name = "test_" + COUNT.incrementAndGet();
		Server.execute("create database " + name + " template " + TEMPLATE);
		return Server.database(name);
	}

	/** For those who configure a data source by its URL; it needs no password. */
	public static String emptyDatabaseUrl() {
		PGSimpleDataSource database = emptyDatabase();
		return "jdbc:postgresql://localhost:%d/%s?user=%s".formatted(database.getPortNumbers()[0],
				database.getDatabaseName(), database.getUser());
	}

	/** Started and migrated by whoever asks first. */
	private static final class Server {

		private static final EmbeddedPostgres POSTGRES = start();

		private static EmbeddedPostgres start() {
			try {
				EmbeddedPostgres started = EmbeddedPostgres.builder()
					.setServerConfig("max_connections", "300")
					.setServerConfig("listen_addresses", "127.0.0.1")
					.start();
				execute(started, "create database " + TEMPLATE);
				Flyway.configure().dataSource(database(started, TEMPLATE)).load().migrate();
				return started;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		static PGSimpleDataSource database(String name) {
			return database(POSTGRES, name);
		}

		private static PGSimpleDataSource database(EmbeddedPostgres postgres, String name) {
			return (PGSimpleDataSource) postgres.getDatabase("postgres", name);
		}

		static void execute(String sql) {
			execute(POSTGRES, sql);
		}

		private static void execute(EmbeddedPostgres postgres, String sql) {
			try (Connection connection = postgres.getPostgresDatabase().getConnection();
					Statement statement = connection.createStatement()) {
				statement.execute(sql);
			}
			catch (SQLException ex) {
				throw new IllegalStateException("PostgreSQL for tests refused", ex);
			}
		}

	}

}
