package clinic.daybook.app.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;

import clinic.daybook.app.startup.StartupRefused;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that {@code SPRING_DATASOURCE_URL} names.
 */
final class GivenDatabase {

	private static final int OLDEST = 15;

	private static final String SECONDS_TO_WAIT = "10";

	private GivenDatabase() {
	}

	static void check(String url, @Nullable String username, @Nullable String password) {
		if (!url.startsWith("jdbc:postgresql:")) {
			throw new StartupRefused("SPRING_DATASOURCE_URL must start with jdbc:postgresql:");
		}
		Properties properties = new Properties();
		properties.setProperty("loginTimeout", SECONDS_TO_WAIT);
		if (username != null) {
			properties.setProperty("user", username);
		}
		if (password != null) {
			properties.setProperty("password", password);
		}
		try (Connection connection = DriverManager.getConnection(url, properties)) {
			int version = connection.getMetaData().getDatabaseMajorVersion();
			if (version < OLDEST) {
				throw new StartupRefused("the database at " + address(url) + " is PostgreSQL " + version
						+ "; Daybook needs " + OLDEST + " or newer.");
			}
		}
		catch (SQLException ex) {
			throw new StartupRefused(line(url, Objects.requireNonNullElse(ex.getSQLState(), "")), ex);
		}
	}

	private static String line(String url, String sqlState) {
		return switch (sqlState) {
			case "28P01", "28000", "08004" -> "the database at " + address(url)
					+ " refuses the login; check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";
			case "3D000" -> "there is no database at " + address(url) + "; create it or correct SPRING_DATASOURCE_URL.";
			case "57P03" -> "the database at " + address(url) + " is still starting; try again in a moment.";
			case "53300" -> "the database at " + address(url) + " has no connection left.";
			default ->
				"the database at " + address(url) + " can't be reached; start it or correct SPRING_DATASOURCE_URL.";
		};
	}

	/** Without what follows the question mark, where a password may be. */
	private static String address(String url) {
		int question = url.indexOf('?');
		return (question < 0) ? url : url.substring(0, question);
	}

}
