package clinic.daybook.app.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import clinic.daybook.app.startup.StartupRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GivenDatabaseTest {

	@TempDir
	static Path folder;

	private static EmbeddedPostgres postgres;

	private static DatabaseAccess access;

	@BeforeAll
	static void start() {
		postgres = new EmbeddedPostgres(folder);
		access = postgres.start();
	}

	@AfterAll
	static void stop() {
		postgres.close();
	}

	@Test
	void acceptsOneThatAnswers() {
		GivenDatabase.check(access.url(), access.username(), access.password());
	}

	@Test
	void namesTheSettingsOfARefusedLogin() {
		refused(access.url() + "?password=secret", access.username(), "guess", "SPRING_DATASOURCE_PASSWORD");
	}

	@Test
	void namesADatabaseThatIsNotThere() {
		refused(access.url() + "2", access.username(), access.password(), "no database at " + access.url() + "2");
	}

	@Test
	void namesAnAddressWhereNothingAnswers() throws IOException {
		int free;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			free = socket.getLocalPort();
		}
		refused("jdbc:postgresql://127.0.0.1:" + free + "/daybook?password=secret", "u", "p",
				"the database at jdbc:postgresql://127.0.0.1:" + free + "/daybook can't be reached");
	}

	@Test
	void wantsPostgresql() {
		refused("jdbc:mysql://localhost/daybook", "u", "p", "jdbc:postgresql:");
	}

	private static void refused(String url, String username, String password, String reason) {
		assertThatExceptionOfType(StartupRefused.class).isThrownBy(() -> GivenDatabase.check(url, username, password))
			.withMessageContaining(reason)
			.withMessageNotContainingAny("secret", "guess");
	}

}
