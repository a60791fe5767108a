package clinic.daybook.book;

import java.time.Duration;
import java.util.Properties;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Connections outside of any pool, for those who keep one: the appender and the listener.
 * They notice a database that doesn't answer, be it while connecting or later.
 */
public final class OwnConnections {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private OwnConnections() {
	}

	/**
	 * Connections to one database.
	 * @param url of JDBC; what it says itself of time limits is left as it is
	 */
	public static DataSource to(String url, @Nullable String username, @Nullable String password) {
		String seconds = Long.toString(LIMIT.toSeconds());
		Properties settings = new Properties();
		PGProperty.CONNECT_TIMEOUT.set(settings, seconds);
		PGProperty.LOGIN_TIMEOUT.set(settings, seconds);
		PGProperty.SOCKET_TIMEOUT.set(settings, seconds);
		PGProperty.TCP_KEEP_ALIVE.set(settings, true);
		PGProperty.APPLICATION_NAME.set(settings, "book");
		SimpleDriverDataSource connections = new SimpleDriverDataSource(new Driver(), url, settings);
		if (username != null) {
			connections.setUsername(username);
		}
		if (password != null) {
			connections.setPassword(password);
		}
		return connections;
	}

}
